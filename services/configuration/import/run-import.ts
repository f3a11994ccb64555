import type { Import } from "../ci-import.ts";
import { endImport } from "../decisions/import.ts";
import type { PlacedRow } from "../decisions/plan-cis.ts";
import type { CiRow, RelationRow, Row, Unread } from "../import-row.ts";
import { type Counts, countsOf, sumOf } from "../row-outcome.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { createClassReaders } from "./class-readers.ts";
import { doCis, tryCis } from "./do-cis.ts";
import { doRelations, tryRelations } from "./do-relations.ts";
import { endUnnamed, mostEnded } from "./end-relations.ts";
import { once, padded, pageRows, type Running } from "./once.ts";
import type { Run } from "./plan-page.ts";
import { relateWaiting } from "./relate-waiting.ts";
import { rowsOfChunk, survey } from "./rows-of.ts";

/**
 * Things first, then how they are related: so the order of rows is nothing to a relation. Then what is named no more;
 * last what earlier imports told of things that are there by now.
 */
const passes = ["cis", "relations", "endings"] as const;
type Pass = (typeof passes)[number];
const last = "waiting";

/** Where an import's work is kept, and how far it has come: a pass, and what is done of it. */
export const jobOf = ({ id, state }: Pick<Import, "id" | "state">): string => `import.${id}.${state}`;

export type Progress = {
  readonly chunk: number;
  readonly page: number;
  readonly rows: number;
  readonly counts: Counts;
  /** Of what has waited: the last one that was looked at. */
  readonly behind?: string | undefined;
};
const start: Progress = { chunk: 1, page: 0, rows: 0, counts: {} };

export const progressIn = (after: Readonly<Record<string, string>> | undefined): Progress =>
  after?.progress === undefined ? start : (JSON.parse(after.progress) as Progress);

const isOf = (pass: Pass, { row, content }: PlacedRow<Row | Unread>, { listed }: Running): boolean => {
  if (pass === "endings") return listed.has(row);
  return pass === "relations" ? content.kind === "relation" : content.kind !== "relation";
};

const work = (
  rows: readonly PlacedRow<Row | Unread>[],
  pass: Exclude<Pass, "endings">,
  page: string,
  run: Run,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  if (pass === "cis") {
    const things = rows as readonly PlacedRow<CiRow | Unread>[];
    return run.isDry ? tryCis(things, run, context) : doCis(things, page, run, context);
  }
  const relations = rows as readonly PlacedRow<RelationRow>[];
  return run.isDry ? tryRelations(relations, run, context) : doRelations(relations, page, run, context);
};

/** Does a page of rows. What is named no more of their CIs may be more than one part. */
const page = async (
  rows: readonly PlacedRow<Row | Unread>[],
  pass: Pass,
  name: string,
  run: Running,
  context: ConfigurationContext,
): Promise<Counts> => {
  if (pass !== "endings")
    return countsOf(await once(name, run, context, () => work(rows, pass, name, run, context)));
  const listed = rows.map(({ row }) => row);
  let counts: Counts = {};
  for (let part = 0; ; part++) {
    const at = { name: `${name}#${padded(part)}`, part };
    const results = await once(at.name, run, context, () => endUnnamed(listed, at, run, context));
    counts = sumOf(counts, countsOf(results));
    if (results.length < mostEnded) return counts;
  }
};

const runFor = async (imported: Import, context: ConfigurationContext): Promise<Running> => {
  const source = await context.sources.get(imported.sourceId);
  return {
    importId: imported.id,
    sourceId: imported.sourceId,
    rules: await context.rules(),
    classes: createClassReaders(context.model),
    ...(await survey(imported, source, context)),
    isDry: imported.state === "checking",
    source,
  };
};

/**
 * Works on an import that is checking or running until it is done or the deadline (`performance.now()` scale)
 * has come; the next run goes on behind the last page. Safe when two do it at once, and after any end in the
 * middle.
 */
export const runImport = async (
  id: string,
  deadline: number,
  context: ConfigurationContext,
): Promise<void> => {
  const { imports, jobs } = context;
  const imported = await imports.get(id);
  if (imported.state !== "checking" && imported.state !== "running") return;
  const name = jobOf(imported);
  const job = await jobs.begin(name);
  const run = await runFor(imported, context);
  // What is retired says nothing more; restored, it goes on.
  if (run.source.state === "retired") return;
  let progress = progressIn(job.reached?.after);
  const wanted = run.source.relationsAre === "complete" ? passes : passes.slice(0, -1);
  const reached = job.reached?.partition ?? "cis";
  const keep = (partition: string, now: Progress) =>
    jobs.keep(name, { since: job.since, reached: { partition, after: { progress: JSON.stringify(now) } } });
  for (const pass of reached === last ? [] : wanted.slice(wanted.indexOf(reached as Pass))) {
    for (
      ;
      progress.chunk <= imported.chunkCount;
      progress = { ...progress, chunk: progress.chunk + 1, page: 0 }
    ) {
      const rows = (await rowsOfChunk(imported, progress.chunk, run.source.mapping, context)).filter((row) =>
        isOf(pass, row, run),
      );
      while (progress.page * pageRows < rows.length) {
        if (performance.now() > deadline) return;
        const part = rows.slice(progress.page * pageRows, (progress.page + 1) * pageRows);
        const at = `${passes.indexOf(pass)}#${padded(progress.chunk)}#${padded(progress.page)}`;
        const counts = await page(part, pass, at, run, context);
        progress = {
          ...progress,
          page: progress.page + 1,
          rows: progress.rows + (pass === "endings" ? 0 : part.length),
          counts: sumOf(progress.counts, counts),
        };
        await keep(pass, progress);
      }
    }
    progress = { ...progress, chunk: 1, page: 0 };
  }
  for await (const { counts, behind } of relateWaiting(run, progress, context)) {
    const counted = sumOf(progress.counts, counts);
    progress = { ...progress, page: progress.page + 1, counts: counted, behind };
    await keep(last, progress);
    if (performance.now() > deadline) return;
  }
  await imports.update(id, undefined, (current) =>
    current.state === imported.state ? endImport(current, progress.counts) : [],
  );
  await jobs.end(name, job);
};
