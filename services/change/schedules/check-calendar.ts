import type { Job } from "../../../shared/dynamo/jobs.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { ChangeContext } from "../context.ts";
import { detect } from "../detect-conflicts.ts";

/** Asked for when a freeze or a change window is another one: any planned change may meet it. */
export const calendarJob = "check-calendar";

/** States in which a change is planned and not over. */
const planned = ["new", "assess", "authorize", "scheduled", "implement"] as const;

/** The state at which the work stands, and where in it. */
const left = ({ reached }: Job) => {
  const at = planned.indexOf(reached?.partition as (typeof planned)[number]);
  return planned.slice(Math.max(at, 0)).map((state) => ({
    state,
    after: state === reached?.partition ? reached.after : undefined,
  }));
};

export const checkCalendar: Schedule<ChangeContext> = {
  id: "check-calendar",
  summary: "Looks again at all planned changes when a freeze or a change window is another one.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { jobs, changes } = context;
    const job = await jobs.load(calendarJob);
    if (!job) return;
    for (const { state, after } of left(job)) {
      for await (const { items, next } of changes.idPages({ index: "byState", partition: state }, after)) {
        for (const id of items) await detect(id, context);
        if (performance.now() < deadline || next === undefined) continue;
        await jobs.keep(calendarJob, { since: job.since, reached: { partition: state, after: next } });
        return;
      }
    }
    await jobs.end(calendarJob, job);
  },
};
