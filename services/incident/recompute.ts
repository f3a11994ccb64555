import { forEachId } from "../../shared/dynamo/for-each.ts";
import type { IncidentContext } from "./table.ts";

const job = "recompute-service-levels";

/** Open incidents in parts that each keep their order; whoever changes part meanwhile was written, so is right. */
const priorities = ["1", "2", "3", "4", "5"];

/**
 * Longer than any container keeps the terms it has read (5 s) and any request lasts (30 s): what is written
 * with the old terms is written by then, and found.
 */
const settlesAfterMs = 60_000;

/** New terms are known: open incidents are to be measured by them. */
export const askRecompute = ({ jobs }: Pick<IncidentContext, "jobs">): Promise<void> => jobs.ask(job);

async function* only(ids: readonly string[]) {
  yield ids;
}

/**
 * Brings the clocks of all open incidents up to the terms in force, if they changed. Goes on where the last
 * run stopped; `deadline` is on the scale of `performance.now()`.
 */
export const recompute = async (
  deadline: number,
  { jobs, incidents, now }: Pick<IncidentContext, "jobs" | "incidents" | "now">,
): Promise<void> => {
  const asked = await jobs.load(job);
  if (asked === undefined || Date.parse(now()) < Date.parse(asked.since) + settlesAfterMs) return;
  const { since, reached } = asked;
  for (const partition of priorities.slice(Math.max(0, priorities.indexOf(reached?.partition ?? "")))) {
    const after = partition === reached?.partition ? reached.after : undefined;
    for await (const { items, next } of incidents.idPages({ index: "byPriority", partition }, after)) {
      await forEachId(only(items), incidents.refresh, deadline);
      if (performance.now() > deadline) return;
      if (next) await jobs.keep(job, { since, reached: { partition, after: next } });
    }
  }
  await jobs.end(job, asked);
};
