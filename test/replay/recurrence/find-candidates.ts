import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import type { Candidate } from "../../../services/problem/candidate.ts";
import { dismiss } from "../../../services/problem/decisions/candidate.ts";
import type { ProblemSettings } from "../../../services/problem/settings.ts";
import { incidentChanged } from "../../../services/problem/subscriptions/incident-changed.ts";
import type { EventMeta } from "../../../shared/events/event-type.ts";
import { factsOf } from "../facts.ts";
import type { LoggedIncident, LoggedStep } from "../log.ts";
import { timeOf } from "../log.ts";
import { inMemory } from "./in-memory.ts";

/** A candidate with all incidents that it ever named, and those it was proposed with, each time. */
export type FoundCandidate = {
  readonly candidate: Candidate;
  readonly incidentIds: ReadonlySet<string>;
  readonly proposedWith: readonly (readonly string[])[];
};

type Opened = { readonly number: string; readonly at: number; readonly step: LoggedStep };

const openings = (log: readonly LoggedIncident[]): readonly Opened[] =>
  log
    .flatMap(({ number, steps }) => {
      const [step] = steps;
      return step ? [{ number, step, at: timeOf(step.row.opened_at) ?? step.at }] : [];
    })
    .toSorted((a, b) => a.at - b.at);

/** The incident as its opening would publish it. What the desk later gave to a problem is not told. */
const snapshotOf = ({ number, step, at }: Opened): IncidentSnapshot => {
  const { title, category, subcategory, ciIds, callerId } = factsOf(step.row);
  return {
    id: number,
    state: "new",
    title: step.row.u_symptom === undefined ? undefined : title,
    restricted: false,
    category: category ?? undefined,
    subcategory: subcategory ?? undefined,
    ciIds: [...ciIds],
    callerId: callerId ?? "unknown",
    openedAt: new Date(at).toISOString(),
    links: [],
  } as unknown as IncidentSnapshot;
};

const day = 24 * 3_600_000;

/** A manager who finds nothing in any candidate, a day after it was proposed: what comes back then is what nags. */
const dismissAll = async (
  { records, proposals, update }: ReturnType<typeof inMemory>["candidates"],
  at: number,
): Promise<void> => {
  const proposedAt = new Map(proposals.map((each) => [each.id, Date.parse(each.at)]));
  for (const { id, state } of [...records.values()]) {
    if (state !== "proposed" || at - (proposedAt.get(id) ?? at) < day) continue;
    await update(id, undefined, (candidate) =>
      dismiss(candidate, { reason: "Usual" }, new Date(at).toISOString()),
    );
  }
};

/**
 * Plays the openings of a log to the handler that problem management runs, and answers the candidates it makes
 * of them: the decisions are the product's, only its table is not there.
 */
export const findCandidates = async (
  log: readonly LoggedIncident[],
  settings: Partial<ProblemSettings> = {},
  isDismissing = false,
): Promise<readonly FoundCandidate[]> => {
  const opened = incidentChanged.find(({ id }) => id === "incident-opened");
  if (opened === undefined) throw new Error("Nobody hears of opened incidents");
  const { context, candidates, moveTo } = inMemory(settings);
  let today = 0;
  for (const each of openings(log)) {
    const incident = snapshotOf(each);
    moveTo(incident.openedAt);
    if (isDismissing && each.at - today >= day) {
      today = each.at;
      await dismissAll(candidates, each.at);
    }
    const meta = { subject: incident.id, sequence: 1 } as unknown as EventMeta;
    await opened.handle({ meta, data: { incident } }, context as never);
  }
  return [...candidates.records.values()].map((candidate) => ({
    candidate,
    incidentIds: candidates.named.get(candidate.id) ?? new Set<string>(),
    proposedWith: candidates.proposals
      .filter(({ id }) => id === candidate.id)
      .map(({ incidentIds }) => incidentIds),
  }));
};
