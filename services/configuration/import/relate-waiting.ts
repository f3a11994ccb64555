import { sourceClaim } from "../decisions/match.ts";
import type { PlacedRow } from "../decisions/plan-cis.ts";
import { endOf } from "../decisions/plan-relations.ts";
import type { RelationRow } from "../import-row.ts";
import { type Counts, countsOf } from "../row-outcome.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { relatePage, relateRows, tryRelations } from "./do-relations.ts";
import { once, padded, pageRows, type Running } from "./once.ts";
import type { Run } from "./plan-page.ts";
import { forgetWaiting, type Kept, keepWaiting, nextWaiting, waitingName } from "./waiting.ts";

/** As results call it: which import said so, and where. */
const rowOf = ({ importId, row, name }: Kept): string => `${importId}:${row}:${name.slice(-6)}`;

const placed = (kept: readonly Kept[]): readonly PlacedRow<RelationRow>[] =>
  kept.map((each) => ({ row: rowOf(each), content: each.content }));

/** Whether the source has said newer things of one of the ends, and not this any more. */
const outdated = async (
  kept: readonly Kept[],
  { sourceId }: Pick<Run, "sourceId">,
  { allCis }: ConfigurationContext,
): Promise<(each: Kept) => boolean> => {
  const dated = kept.filter(({ content: { at } }) => at !== undefined);
  const keys = [...new Set(dated.flatMap(({ content: { from, to } }) => [from, to]))];
  const holders = await allCis.holders(keys.map((key) => sourceClaim(sourceId, key)));
  const cis = await allCis.present([...new Set(holders.values())]);
  const knownAt = (key: string): string | undefined =>
    cis
      .get(endOf(key, { sourceId, holders }) ?? "")
      ?.sources?.find((each) => each.sourceId === sourceId && each.key === key)?.at;
  return ({ content: { at, from, to } }) =>
    at !== undefined && [from, to].some((key) => Date.parse(knownAt(key) ?? at) > Date.parse(at));
};

/** What is told of those that wait no more. */
const settled = (kept: readonly Kept[], results: readonly RowResult[]): RowResult[] => {
  const by = new Map(kept.map((each) => [rowOf(each), each]));
  return results.flatMap((result) => {
    const each = by.get(result.id);
    if (each === undefined || result.outcome === "waiting") return [];
    const { importId, row, content } = each;
    const { kind: _kind, ...relation } = content;
    return [{ ...result, waited: { importId, row, ...relation } }];
  });
};

/** Of two things that a relation waited for one has come: it waits for the other one. */
const waitOn = async (
  kept: readonly Kept[],
  results: readonly RowResult[],
  { sourceId }: Pick<Run, "sourceId">,
  context: ConfigurationContext,
): Promise<void> => {
  const missing = new Map(results.map(({ id, waitsFor }) => [id, waitsFor]));
  for (const each of kept) {
    const other = missing.get(rowOf(each));
    if (other === undefined || waitingName(other, each.content) === each.name) continue;
    const { name, ...waiting } = each;
    await keepWaiting([{ missing: other, waiting }], sourceId, context);
    await forgetWaiting([name], sourceId, context);
  }
};

const namesOf = (kept: readonly Kept[], results: readonly RowResult[]): readonly string[] => {
  const done = new Set(results.map(({ id }) => id));
  return kept.filter((each) => done.has(rowOf(each))).map(({ name }) => name);
};

/**
 * Relates what a source told of before the things themselves, page by page, whichever way those came here meanwhile;
 * in a dry run says what would be related. What a source that tells all relations of a CI names no more is forgotten.
 */
export async function* relateWaiting(
  run: Running,
  from: { readonly page: number; readonly behind?: string | undefined },
  context: ConfigurationContext,
): AsyncGenerator<{ readonly counts: Counts; readonly behind: string }> {
  const listed = new Set(run.listed.values());
  const { sourceId, source } = run;
  let { page, behind } = from;
  for (; ; page++) {
    const kept = await nextWaiting(sourceId, { most: pageRows, behind }, context);
    behind = kept.at(-1)?.name;
    if (behind === undefined) return;
    const isOld = await outdated(kept, run, context);
    const isGone = (each: Kept): boolean => {
      const { from: key, type, to } = each.content;
      const isUnnamed =
        source.relationsAre === "complete" && listed.has(key) && !run.isNamed([key], type, [to]);
      return isUnnamed || isOld(each);
    };
    const there = kept.filter((each) => !isGone(each));
    const name = `3#${padded(page)}`;
    const results = await once(name, run, context, async () => {
      if (run.isDry) return settled(there, await tryRelations(placed(there), run, context));
      const done = await relatePage(placed(there), name, run, context);
      await waitOn(there, done, run, context);
      return settled(there, done);
    });
    // Last of all: who is cut off before this finds them again, and finds them done.
    if (!run.isDry) {
      const gone = kept.filter(isGone).map((each) => each.name);
      await forgetWaiting([...gone, ...namesOf(there, results)], sourceId, context);
    }
    yield { counts: countsOf(results), behind };
  }
}

/** As many as one thing that comes by an event brings with it; the next import of its source sees to the rest. */
const mostAtOnce = 500;

/** Relates what has waited for one thing, and answers the relations that are there now. */
export const relateWaitingFor = async (
  key: string,
  run: Run,
  context: ConfigurationContext,
): Promise<readonly RowResult[]> => {
  const kept = await nextWaiting(run.sourceId, { most: mostAtOnce, missing: key }, context);
  if (kept.length === 0) return [];
  const isOld = await outdated(kept, run, context);
  const there = kept.filter((each) => !isOld(each));
  const done = await relateRows(placed(there), run, context);
  await waitOn(there, done, run, context);
  const results = settled(there, done);
  const gone = kept.filter(isOld).map(({ name }) => name);
  await forgetWaiting([...gone, ...namesOf(there, results)], run.sourceId, context);
  return results;
};
