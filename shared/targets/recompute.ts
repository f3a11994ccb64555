import { forEachId } from "../dynamo/for-each.ts";
import type { Jobs } from "../dynamo/jobs.ts";
import type { RecordBase } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records-of-kind.ts";

const job = "recompute-clocks";

/**
 * Longer than any container keeps the terms it has read (5 s) and any request lasts (30 s): what is written
 * with the old terms is written by then, and found.
 */
const settlesAfterMs = 60_000;

/** New terms are known: open records are to be measured by them. */
export const askRecompute = ({ jobs }: { readonly jobs: Jobs }): Promise<void> => jobs.ask(job);

async function* only(ids: readonly string[]) {
  yield ids;
}

/** Open records in parts of an index that each keep their order; whoever changes part meanwhile was written, so is right. */
export type OpenRecords = {
  readonly records: Pick<Records<RecordBase>, "idPages"> & {
    readonly refresh: (id: string) => Promise<unknown>;
  };
  readonly index: string;
  readonly partitions: readonly string[];
};

/**
 * Brings the clocks of all open records up to the terms in force, if they changed. Goes on where the last run
 * stopped; `deadline` is on the scale of `performance.now()`.
 */
export const recompute = async (
  deadline: number,
  { records, index, partitions }: OpenRecords,
  { jobs, now }: { readonly jobs: Jobs; readonly now: () => string },
): Promise<void> => {
  const asked = await jobs.load(job);
  if (asked === undefined || Date.parse(now()) < Date.parse(asked.since) + settlesAfterMs) return;
  const { since, reached } = asked;
  for (const partition of partitions.slice(Math.max(0, partitions.indexOf(reached?.partition ?? "")))) {
    const after = partition === reached?.partition ? reached.after : undefined;
    for await (const { items, next } of records.idPages({ index, partition }, after)) {
      await forEachId(only(items), records.refresh, deadline);
      if (performance.now() > deadline) return;
      if (next) await jobs.keep(job, { since, reached: { partition, after: next } });
    }
  }
  await jobs.end(job, asked);
};
