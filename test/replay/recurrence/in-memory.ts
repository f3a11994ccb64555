import type { Candidate } from "../../../services/problem/candidate.ts";
import { incidentProjection, textProjection } from "../../../services/problem/incident-projection.ts";
import { defaultSettings, type ProblemSettings } from "../../../services/problem/settings.ts";
import { candidateRecords, type ProblemContext } from "../../../services/problem/table.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Member, ProjectionType } from "../../../shared/dynamo/projections.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";

/** Projections as the table keeps them, for events that come once and in the order of their incidents. */
const projectionsOf = <T>({ memberships }: ProjectionType<T>) => {
  const groups = new Map<string, Member<T>[]>();
  return {
    keep: async ({ subject: id }: { subject: string }, value: T) => {
      for (const { group, order } of memberships(value)) {
        const members = groups.get(group) ?? [];
        members.push({ id, order: `${order}#${id}`, value });
        groups.set(group, members);
      }
      return { news: "new" as const, before: undefined };
    },
    members: async (group: string, from: string, limit: number) => {
      const newest = (groups.get(group) ?? []).slice(-limit).toReversed();
      return newest.filter(({ order }) => order >= from);
    },
  };
};

const candidatesOf = (now: () => string) => {
  const records = new Map<string, Candidate>();
  const holders = new Map<string, string>();
  /** All incidents that a candidate has ever named, and those that it was proposed with, each time. */
  const named = new Map<string, Set<string>>();
  const proposals: { readonly id: string; readonly at: string; readonly incidentIds: readonly string[] }[] =
    [];
  const write = (id: string, before: Candidate | undefined, decision: Decision<Candidate>): void => {
    const after = decision.reduce<Candidate | undefined>(
      (record, { changes }) => applyOccurrence(record, id, changes, now()),
      before,
    );
    if (after === undefined) return;
    records.set(id, after);
    for (const claim of candidateRecords.claims?.(after) ?? []) holders.set(claim, id);
    named.set(id, new Set([...(named.get(id) ?? []), ...after.incidentIds]));
    if (decision.some(({ event }) => event.type === "ProblemCandidateProposed"))
      proposals.push({ id, at: now(), incidentIds: after.incidentIds });
  };
  return {
    records,
    named,
    proposals,
    holder: async (claim: string) => holders.get(claim),
    get: async (id: string) => {
      const record = records.get(id);
      if (record === undefined) throw new Refusal("not_found");
      return record;
    },
    create: async (decide: (id: string) => Decision<Candidate>) => {
      const id = `PRC${String(records.size + 1).padStart(7, "0")}`;
      write(id, undefined, decide(id));
    },
    update: async (id: string, _ifMatch: undefined, decide: (record: Candidate) => Decision<Candidate>) => {
      const record = records.get(id);
      if (record) write(id, record, decide(record));
    },
  };
};

/** Where the handlers of problem management find incidents and candidates, without a table. */
export const inMemory = (settings: Partial<ProblemSettings>) => {
  let moment = "";
  const candidates = candidatesOf(() => moment);
  const context = {
    candidates,
    incidents: projectionsOf(incidentProjection),
    texts: projectionsOf(textProjection),
    synonyms: async () => [],
    settings: async () => ({ ...defaultSettings, ...settings }),
    now: () => moment,
  };
  return {
    context: context as unknown as ProblemContext,
    candidates,
    moveTo: (at: string): void => {
      moment = at;
    },
  };
};
