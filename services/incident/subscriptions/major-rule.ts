import { serviceActor } from "../../../shared/access/actor.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type DataPattern, subscription } from "../../../shared/events/subscription.ts";
import { proposeMajor } from "../decisions/major.ts";
import { whereAllowed } from "../decisions/propagate.ts";
import {
  IncidentAssigned,
  IncidentHeld,
  IncidentOpened,
  type IncidentSnapshot,
  IncidentStarted,
  IncidentUpdated,
} from "../events.ts";
import { type Incident, isOpen } from "../incident.ts";
import type { MajorSettings } from "../major-settings.ts";
import { ofChildren } from "../mark-parent.ts";
import { type IncidentContext, target } from "../table.ts";

type Rule = MajorSettings["rule"];
type Received = { readonly incident: IncidentSnapshot };

/** Proposes an incident that nobody has ever proposed; a consequence of another one is that one's affair. */
const propose = async (
  id: string,
  reason: string,
  isMet: (incident: Incident) => boolean,
  { incidents, settings, now }: IncidentContext,
): Promise<void> => {
  const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
  const decide = whereAllowed((incident, circumstances) =>
    isOpen(incident) &&
    incident.majorState === undefined &&
    incident.parentId === undefined &&
    isMet(incident)
      ? proposeMajor.decide(incident, { reason }, circumstances)
      : [],
  );
  await incidents.update(id, undefined, (incident) => decide(incident, on));
};

const isUrgent = (rule: Rule, { priority }: { readonly priority: number }): boolean =>
  rule.isOn && (rule.priorities as readonly number[]).includes(priority);

const byPriority = async ({ incident }: Received, context: IncidentContext): Promise<void> => {
  const { rule } = await context.majorSettings();
  if (incident.majorState !== undefined || !isUrgent(rule, incident)) return;
  await propose(incident.id, `Priority ${incident.priority}`, (now) => isUrgent(rule, now), context);
};

const countChildren = async (
  parentId: string,
  enough: number,
  { incidents }: IncidentContext,
): Promise<number> => {
  let count = 0;
  for await (const ids of incidents.ids({ index: "byTarget", partition: target.parent(parentId) })) {
    count += ids.length;
    if (count >= enough) break;
  }
  return count;
};

const byChildren = async ({ incident: { parentId } }: Received, context: IncidentContext): Promise<void> => {
  const { rule } = await context.majorSettings();
  if (!rule.isOn || rule.children === null || parentId === undefined) return;
  const count = await countChildren(parentId, rule.children, context);
  if (count >= rule.children)
    await propose(parentId, `${rule.children} or more incidents are consequences of it`, () => true, context);
};

const rules = (
  name: string,
  events: readonly EventType<never>[],
  where: DataPattern,
  handle: (received: Received, context: IncidentContext) => Promise<void>,
) =>
  events.map((event) =>
    subscription({
      id: `${name}-${event.type.replace("Incident", "").toLowerCase()}`,
      summary: "Proposes a major incident where the rule says so; people decide.",
      event: event as unknown as EventType<Received>,
      where,
      handle: ({ data }, context: IncidentContext) => handle(data, context),
    }),
  );

/** The priorities a rule may name; nothing else is worth waking anybody. */
const urgent = { incident: { priority: [1, 2] } };

/** After every event that may make an incident urgent, or add to the consequences of another one. */
export const majorRules = [
  ...rules(
    "urgent",
    [IncidentOpened, IncidentUpdated, IncidentAssigned, IncidentStarted, IncidentHeld] as never,
    urgent,
    byPriority,
  ),
  ...rules("consequence", [IncidentOpened, IncidentUpdated] as never, ofChildren, byChildren),
];
