import { sourceClaim } from "../decisions/match.ts";
import { endOf } from "../decisions/plan-relations.ts";
import { takeBack } from "../decisions/relation.ts";
import { partsFor } from "../relate.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { broughtBy } from "./brought-by.ts";
import type { Run } from "./plan-page.ts";
import { type Plan, planSheet } from "./plan-sheet.ts";
import type { Survey } from "./rows-of.ts";

/** So many at a time: their results are one sheet. */
export const mostEnded = 500;

type Ending = { readonly row: string; readonly id: string };

/** What the source brought from the CIs of some rows and names no more, in a fixed order. */
const findUnnamed = async (
  rows: readonly string[],
  { sourceId, listed, isNamed }: Pick<Run, "sourceId"> & Pick<Survey, "listed" | "isNamed">,
  context: ConfigurationContext,
): Promise<readonly Ending[]> => {
  const { allCis } = context;
  const keys = rows.map((row) => listed.get(row) ?? "");
  const holders = await allCis.holders(keys.map((key) => sourceClaim(sourceId, key)));
  const found: Ending[] = [];
  for (const [at, key] of keys.entries()) {
    const ciId = endOf(key, { sourceId, holders });
    if (ciId === undefined) continue;
    const brought = await broughtBy(sourceId, ciId, ["relationsFrom"], context);
    const cis = await allCis.present(brought.length > 0 ? [ciId, ...brought.map(({ toId }) => toId)] : []);
    const namesOf = (id: string) => [
      id,
      ...(cis.get(id)?.sources ?? []).flatMap((each) => (each.sourceId === sourceId ? each.key : [])),
    ];
    for (const { id, typeId, toId } of brought)
      if (!isNamed(namesOf(ciId), typeId, namesOf(toId))) found.push({ row: rows[at] ?? "", id });
  }
  return found;
};

/** As often as others may be faster before a relation is reported and left. */
const attempts = 4;

const planEndings = async (
  endings: readonly Ending[],
  { sourceId }: Run,
  { bulkRelations }: ConfigurationContext,
) => {
  const there = await bulkRelations.read(endings.map(({ id }) => id));
  return endings.flatMap(({ row, id }) => {
    const before = there.get(id);
    if (before?.state !== "active" || before.source !== sourceId) return [];
    const { version: versionBefore, fromId, typeId, toId } = before;
    const key = `${fromId} ${typeId} ${toId}`;
    const version = versionBefore + 1;
    const result: RowResult = {
      ...{ id: row, kind: "relation", outcome: "ended", key, relationId: id, version, versionBefore },
    };
    return [{ before, result }];
  });
};

/** Ends relations, again where others were faster, and answers what became of each. */
const endThem = async (
  planned: Awaited<ReturnType<typeof planEndings>>,
  run: Run,
  context: ConfigurationContext,
): Promise<readonly RowResult[]> => {
  const results = new Map(planned.map(({ result }) => [result.relationId, result]));
  let left = planned;
  for (let attempt = 0; attempt < attempts && left.length > 0; attempt++) {
    const parts = left.map(async ({ before }) => ({
      id: before.id,
      before,
      decision: takeBack(before, { now: context.now(), parts: await partsFor(before, context, true) }),
    }));
    const failed = new Set(await context.bulkRelations.write(await Promise.all(parts)));
    const again = left.filter(({ before }) => failed.has(before.id));
    left = await planEndings(
      again.map(({ before: { id }, result: { id: row } }) => ({ row, id })),
      run,
      context,
    );
    for (const { before } of again) results.delete(before.id);
    for (const { result } of left) results.set(result.relationId, result);
  }
  for (const { before, result } of left)
    results.set(before.id, {
      ...{ ...result, outcome: "conflict", version: undefined, reason: "Others write it all the time" },
    });
  return [...results.values()];
};

/**
 * Ends the next so many relations that the source brought from the CIs of some rows and names no more; in a dry run
 * says which. The plan is kept before anything is written, so that whoever does it again after an end in the
 * middle reports, and can take back, what was ended then.
 */
export const endUnnamed = async (
  rows: readonly string[],
  { name, part }: { readonly name: string; readonly part: number },
  run: Run & Survey,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const { sheets } = context;
  if (run.isDry) {
    const found = (await findUnnamed(rows, run, context)).slice(part * mostEnded, (part + 1) * mostEnded);
    return (await planEndings(found, run, context)).map(({ result }) => result);
  }
  const earlier = await sheets.get<Plan>(run.importId, planSheet(name));
  const found = earlier
    ? earlier.results.map(({ id: row, relationId = "" }) => ({ row, id: relationId }))
    : (await findUnnamed(rows, run, context)).slice(0, mostEnded);
  const planned = await planEndings(found, run, context);
  const results = planned.map(({ result }) => result);
  if (planned.length === 0) return [...(earlier?.results ?? [])];
  const plan = earlier ?? (await sheets.keepFirst<Plan>(run.importId, planSheet(name), { results }));
  const ended = await endThem(planned, run, context);
  const isAnew = new Set(ended.map(({ relationId }) => relationId));
  return [...plan.results.filter(({ relationId }) => !isAnew.has(relationId)), ...ended];
};
