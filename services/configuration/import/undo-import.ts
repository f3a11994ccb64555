import { endImport } from "../decisions/import.ts";
import { countsOf, sumOf, troubled } from "../row-outcome.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { resultSheets } from "./result-sheets.ts";
import { jobOf, progressIn } from "./run-import.ts";
import { undoPage } from "./undo-page.ts";
import { forgetOf } from "./waiting.ts";

/**
 * Takes back what an import did, relations before things, until it is done or the deadline has come. The next
 * run goes on behind the last page; what is taken back already stays so.
 */
export const undoImport = async (
  id: string,
  deadline: number,
  context: ConfigurationContext,
): Promise<void> => {
  const { imports, jobs, sheets } = context;
  const imported = await imports.get(id);
  if (imported.state !== "undoing") return;
  const name = jobOf(imported);
  const job = await jobs.begin(name);
  let progress = progressIn(job.reached?.after);
  const done = job.reached?.after?.sheet;
  for await (const { name: sheet, value } of sheets.backwards<RowResult[]>(
    id,
    resultSheets("import"),
    done,
  )) {
    if (performance.now() > deadline) return;
    const at = sheet.slice(resultSheets("import").length);
    const earlier = await sheets.get<RowResult[]>(id, resultSheets("undo") + at);
    const results = earlier ?? (await undoPage(value, imported, context));
    const trouble = results.filter(({ outcome }) => troubled.includes(outcome));
    if (trouble.length > 0) await sheets.put(id, resultSheets("undo", true) + at, trouble);
    if (!earlier) await sheets.put(id, resultSheets("undo") + at, results);
    progress = {
      ...progress,
      rows: progress.rows + results.length,
      counts: sumOf(progress.counts, countsOf(results)),
    };
    const after = { progress: JSON.stringify(progress), sheet };
    await jobs.keep(name, { since: job.since, reached: { partition: "undo", after } });
  }
  await forgetOf(id, imported.sourceId, context);
  await imports.update(id, undefined, (current) =>
    current.state === "undoing" ? endImport(current, progress.counts) : [],
  );
  await jobs.end(name, job);
};
