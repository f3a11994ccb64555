import type { Ci } from "../ci.ts";
import { sourceClaim } from "../decisions/match.ts";
import type { PlacedRow } from "../decisions/plan-cis.ts";
import { endOf, type PlannedRelation, planRelations } from "../decisions/plan-relations.ts";
import type { RelationRow } from "../import-row.ts";
import { partsOf, type Relation, relationId } from "../relation.ts";
import type { RelationType } from "../relation-type.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { bundlesOf } from "../ties-of.ts";
import type { Run } from "./plan-page.ts";
import { type Plan, planSheet, rememberedOr } from "./plan-sheet.ts";
import { keepWaiting } from "./waiting.ts";

type Rows = readonly PlacedRow<RelationRow>[];

const typesFor = async (
  rows: Rows,
  { relationTypes }: Pick<ConfigurationContext, "relationTypes">,
): Promise<ReadonlyMap<string, RelationType>> => {
  const ids = [...new Set(rows.map(({ content }) => content.type))].filter((id) =>
    /^[a-z]+(-[a-z]+)+$/.test(id),
  );
  const written = await relationTypes.present(ids);
  const missing = ids.filter((id) => !written.has(id));
  const found = await Promise.all(missing.map((id) => relationTypes.get(id).catch(() => undefined)));
  return new Map([...written, ...found.flatMap((type) => (type ? [[type.id, type] as const] : []))]);
};

/** In which parts of which bundles new relations lie. */
const partsOfAll = async (
  wanted: readonly { readonly id: string; readonly type: RelationType }[],
  { bundles }: ConfigurationContext,
): Promise<(id: string) => Readonly<Record<string, number>>> => {
  const names = new Map(
    wanted.map(({ id, type: { impact } }) => [id, bundlesOf({ ...partsOf(id), impact })] as const),
  );
  const partIn = await bundles.partsFor([...names.values()].flat());
  return (id) =>
    Object.fromEntries(
      (names.get(id) ?? []).map((name) => [name, partIn(name, id)] as const).filter(([, part]) => part > 0),
    );
};

const planPage = async (rows: Rows, run: Run, context: ConfigurationContext) => {
  const { allCis, bulkRelations, now } = context;
  const keys = [...new Set(rows.flatMap(({ content: { from, to } }) => [from, to]))];
  const holders = await allCis.holders(keys.map((key) => sourceClaim(run.sourceId, key)));
  const named = { sourceId: run.sourceId, holders };
  const cis: ReadonlyMap<string, Ci> = await allCis.present([
    ...new Set(keys.flatMap((key) => endOf(key, named) ?? [])),
  ]);
  const types = await typesFor(rows, context);
  const wanted = rows.flatMap(({ content: { from, type: typeId, to } }) => {
    const [fromId, toId, type] = [endOf(from, named), endOf(to, named), types.get(typeId)];
    return fromId && toId && type ? [{ id: relationId(fromId, typeId, toId), type }] : [];
  });
  const there = await bulkRelations.read(wanted.map(({ id }) => id));
  const isNew = ({ id }: { readonly id: string }) => there.get(id)?.state !== "active";
  const isWritten = !run.isDry && wanted.some(isNew);
  const parts = isWritten ? await partsOfAll(wanted.filter(isNew), context) : () => ({});
  return planRelations(rows, {
    ...named,
    now: now(),
    cis,
    relations: there as ReadonlyMap<string, Relation>,
    typeOf: (id) => types.get(id),
    partsOf: parts,
    willBeThere: run.isDry ? run.isImported : () => false,
  });
};

export const tryRelations = async (
  rows: Rows,
  run: Run,
  context: ConfigurationContext,
): Promise<RowResult[]> => (await planPage(rows, run, context)).map(({ result }) => result);

/** As often as others may be faster before a row is reported and left. */
const attempts = 4;

const writePlanned = async (
  planned: readonly PlannedRelation[],
  { bulkRelations }: ConfigurationContext,
): Promise<ReadonlySet<string>> => {
  const parts = planned
    .filter(({ decision }) => decision.length > 0)
    .map(({ id = "", before, decision }) => ({ id, before, decision }));
  return new Set(await bulkRelations.write(parts));
};

/** What was planned, as it is to be remembered before anything is written. */
type Keep = (results: readonly RowResult[]) => Promise<unknown>;

/** Relates what rows relate, again where others were faster. */
export const relateRows = async (
  rows: Rows,
  run: Run,
  context: ConfigurationContext,
  keep: Keep = async () => undefined,
): Promise<RowResult[]> => {
  const results = new Map<string, RowResult>();
  let left = rows;
  for (let attempt = 0; attempt < attempts && left.length > 0; attempt++) {
    const planned = await planPage(left, run, context);
    for (const { result } of planned) results.set(result.id, result);
    if (!planned.some(({ decision }) => decision.length > 0)) left = [];
    else {
      await keep([...results.values()]);
      const failed = await writePlanned(planned, context);
      const isLeft = new Set(planned.filter(({ id }) => id && failed.has(id)).map(({ result }) => result.id));
      left = left.filter(({ row }) => isLeft.has(row));
    }
  }
  for (const { row } of left) {
    const is = results.get(row) as RowResult;
    results.set(row, {
      ...is,
      outcome: "conflict",
      version: undefined,
      reason: "Others write it all the time",
    });
  }
  return rows.map(({ row }) => results.get(row) as RowResult);
};

/** Relates what a page of an import relates; its plan is kept before anything is written. */
export const relatePage = async (
  rows: Rows,
  page: string,
  run: Run,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const { sheets } = context;
  let plan = await sheets.get<Plan>(run.importId, planSheet(page));
  const keep: Keep = async (results) => {
    plan ??= await sheets.keepFirst<Plan>(run.importId, planSheet(page), { results });
  };
  const done = await relateRows(rows, run, context, keep);
  const known: Plan | undefined = plan;
  return known ? done.map((each) => rememberedOr(known, each)) : done;
};

/** What of some rows waits for things is kept until they come. */
export const keepThoseWaiting = (
  rows: Rows,
  results: readonly RowResult[],
  { importId, sourceId }: Pick<Run, "importId" | "sourceId">,
  context: ConfigurationContext,
): Promise<void> => {
  const contents = new Map(rows.map(({ row, content }) => [row, content]));
  const found = results.flatMap(({ id: row, waitsFor: missing }) => {
    const content = contents.get(row);
    return missing === undefined || !content ? [] : [{ missing, waiting: { row, importId, content } }];
  });
  return keepWaiting(found, sourceId, context);
};

/** The same, and keeps those that wait for things. */
export const doRelations = async (
  rows: Rows,
  page: string,
  run: Run,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const results = await relatePage(rows, page, run, context);
  await keepThoseWaiting(rows, results, run, context);
  return results;
};
