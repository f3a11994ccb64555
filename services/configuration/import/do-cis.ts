import type { Ci } from "../ci.ts";
import type { PlacedRow, PlannedCi } from "../decisions/plan-cis.ts";
import type { CiRow, Unread } from "../import-row.ts";
import { type RowResult, resultOf } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { planPage, type Run } from "./plan-page.ts";
import { type Plan, planSheet, rememberedOr } from "./plan-sheet.ts";

type Rows = readonly PlacedRow<CiRow | Unread>[];

const isWritten = ({ verdict }: PlannedCi): boolean => (verdict?.decision.length ?? 0) > 0;

const writePlanned = async (
  planned: readonly PlannedCi[],
  { bulkCis }: ConfigurationContext,
): Promise<ReadonlySet<string>> => {
  const parts = planned.filter(isWritten).map(({ ciId = "", before, verdict }) => ({
    id: ciId,
    before: before as Ci | undefined,
    decision: verdict?.decision ?? [],
  }));
  return new Set(await bulkCis.write(parts));
};

/** As often as others may be faster before a row is reported and left. */
const attempts = 3;

/** Somebody wrote what a row is about at the same moment: it is planned again by itself, on what is there now. */
export const doAlone = async (
  row: Rows[number],
  run: Run,
  context: ConfigurationContext,
): Promise<PlannedCi> => {
  let planned: PlannedCi | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [each] = await planPage([row], run, context, async (rows) => {
      const [id = ""] = await context.bulkCis.numbers(rows.length);
      return new Map(rows.map((name) => [name, id]));
    });
    planned = each as PlannedCi;
    if (!isWritten(planned) || (await writePlanned([planned], context)).size === 0) return planned;
  }
  const reason = "What identifies it is another CI's, or others write it all the time";
  return { row: row.row, key: planned?.key, said: planned?.said, outcome: "conflict", reason };
};

/** What a page of rows would do. */
export const tryCis = async (rows: Rows, run: Run, context: ConfigurationContext): Promise<RowResult[]> => {
  const planned = await planPage(rows, run, context, async () => new Map());
  return planned.map((each) => resultOf({ ...each, ciId: each.ciId || undefined }));
};

/**
 * Does what a page of rows means. The plan is kept before anything is written, with the numbers of new CIs, so
 * that whoever does the page again after an end in the middle goes on with the same ones.
 */
export const doCis = async (
  rows: Rows,
  page: string,
  run: Run,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const { sheets, bulkCis } = context;
  const sheet = planSheet(page);
  const earlier = await sheets.get<Plan>(run.importId, sheet);
  let ids: Readonly<Record<string, string>> = earlier?.ids ?? {};
  const planned = await planPage(rows, run, context, async (fresh) => {
    const missing = fresh.filter((row) => ids[row] === undefined);
    const numbers = await bulkCis.numbers(missing.length);
    ids = { ...ids, ...Object.fromEntries(missing.map((row, at) => [row, numbers[at] ?? ""])) };
    return new Map(Object.entries(ids));
  });
  const results = planned.map(resultOf);
  if (!planned.some(isWritten) && !earlier) return results;
  const plan = earlier ?? (await sheets.keepFirst<Plan>(run.importId, sheet, { ids, results }));
  const failed = await writePlanned(planned, context);
  const settled: RowResult[] = [];
  for (const [at, each] of planned.entries()) {
    const row = rows[at];
    const isDone = each.ciId === undefined || !failed.has(each.ciId) || row === undefined;
    const is = isDone ? resultOf(each) : resultOf(await doAlone(row, run, context));
    settled.push(rememberedOr(plan, is));
  }
  return settled;
};
