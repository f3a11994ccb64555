import type { EventMeta, EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { IncidentLinked, type IncidentSnapshot, ServiceLevelBreached } from "../../incident/events.ts";
import { incidentMoves } from "../../incident/events-moves.ts";
import { detect } from "../detect.ts";
import { detectText } from "../detect-text.ts";
import { type KnownIncident, knownIncident, knownText, likenessesOf } from "../incident-projection.ts";
import { linkLike } from "../link-like.ts";
import type { ProblemContext } from "../table.ts";

/** Also what ties it to a problem, and what makes it weigh more. */
const events = [...incidentMoves, IncidentLinked, ServiceLevelBreached];

type Received = { readonly meta: EventMeta; readonly data: { readonly incident: IncidentSnapshot } };

/** Titles are kept apart, and written only where what they are compared by may have changed. */
const keepText = async (
  meta: EventMeta,
  before: KnownIncident | undefined,
  current: KnownIncident,
  { texts, synonyms }: ProblemContext,
): Promise<void> => {
  const same = await synonyms();
  const text = knownText(current, same);
  if (before === undefined && text.words.length === 0) return;
  if (before !== undefined && JSON.stringify(knownText(before, same)) === JSON.stringify(text)) return;
  await texts.keep(meta, text);
};

const keepIncident = async ({ meta, data }: Received, context: ProblemContext): Promise<void> => {
  const incident = knownIncident(data.incident);
  const { news, before } = await context.incidents.keep(meta, incident);
  // A repeat, also one that a later event has overtaken, may come because the first try failed before it
  // had looked; nobody else would. So it looks again at all that is known by now.
  const current = news === "old" && before ? before : incident;
  const earlier = news === "new" ? before : undefined;
  await keepText(meta, earlier, current, context);
  const known = (earlier ? likenessesOf(earlier) : []).map((likeness) => JSON.stringify(likeness));
  const fresh = likenessesOf(current).filter((likeness) => !known.includes(JSON.stringify(likeness)));
  for (const likeness of fresh) await detect(likeness, context);
  const same = await context.synonyms();
  const { words } = knownText(current, same);
  const said = earlier ? knownText(earlier, same).words : [];
  const isSaid = JSON.stringify(said) === JSON.stringify(words);
  if (!isSaid) await detectText(words, context);
  // Only what came now: who takes an incident off a problem does not find it there again.
  await linkLike(current.id, fresh, isSaid ? [] : words, context);
};

export const incidentChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps what problem management knows of an incident, and looks for others like it.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    handle: (received, context: ProblemContext) => keepIncident(received, context),
  }),
);
