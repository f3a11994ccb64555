import * as z from "zod";
import { changedCi } from "./change-projection.ts";
import { dependenciesOf } from "./relation-projection.ts";
import type { ProblemContext } from "./table.ts";

/** A change that was done on something shortly before it broke. */
export const Suspect = z.object({
  changeId: z.string(),
  title: z.string(),
  outcome: z.string().optional(),
  doneAt: z.iso.datetime(),
  ciId: z.string().describe("What it was done on"),
  dependentId: z.string().optional().describe("The affected CI, where that depends on what was changed"),
});
type Suspect = z.infer<typeof Suspect>;

/** So many affected CIs are looked at, and with what they depend on so many in all. */
const mostAffected = 10;
const mostCis = 40;
const mostPerCi = 50;
const hour = 3_600_000;

const suspectsOn = async (
  { ciId, dependentId }: { readonly ciId: string; readonly dependentId?: string | undefined },
  from: string,
  before: string,
  { changes }: Pick<ProblemContext, "changes">,
): Promise<readonly Suspect[]> => {
  // Only those before: on a busy CI what was done since would crowd out what came first.
  const done = await changes.members(changedCi(ciId), from, mostPerCi, before);
  return done.flatMap(({ value: { id, title, outcome, doneAt } }) =>
    doneAt === undefined || doneAt > before
      ? []
      : [{ changeId: id, title, outcome, doneAt, ciId, ...(dependentId ? { dependentId } : {}) }],
  );
};

/**
 * Changes done on these CIs, or on what they depend on (one step), in the hours before the first incident
 * (ISO 8601), the latest first; each once, by the nearest CI.
 */
export const suspectsFor = async (
  ciIds: readonly string[],
  firstOpenedAt: string,
  context: ProblemContext,
): Promise<Suspect[]> => {
  const { causeHours } = await context.settings();
  const from = new Date(Date.parse(firstOpenedAt) - causeHours * hour).toISOString();
  const affected = [...new Set(ciIds)].slice(0, mostAffected);
  const behind = await Promise.all(affected.map((ciId) => dependenciesOf(ciId, context)));
  const places = [...affected.map((ciId) => ({ ciId })), ...behind.flat()].slice(0, mostCis);
  const found = await Promise.all(places.map((place) => suspectsOn(place, from, firstOpenedAt, context)));
  const once = new Map<string, Suspect>();
  for (const suspect of found.flat()) if (!once.has(suspect.changeId)) once.set(suspect.changeId, suspect);
  return [...once.values()].toSorted((a, b) => (a.doneAt < b.doneAt ? 1 : -1));
};
