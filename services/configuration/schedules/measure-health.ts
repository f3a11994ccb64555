import type { Schedule } from "../../../shared/service.ts";
import { healthId } from "../cmdb-health.ts";
import { sweep, sweepJob } from "../quality/sweep.ts";
import type { ConfigurationContext } from "../table.ts";

/** A day: findings are no alarms, and a sweep of 50,000 CIs reads all of them. */
const everyMs = 24 * 3600 * 1000;

export const measureHealth: Schedule<ConfigurationContext> = {
  id: "measure-health",
  summary: "Looks at every CI once a day: what is missing, tied to nothing, unseen, twice, against a rule.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { jobs, healthRecord, now } = context;
    if (!(await jobs.load(sweepJob))) {
      const { measuredAt } = await healthRecord.get(healthId);
      if (measuredAt !== undefined && Date.parse(measuredAt) + everyMs > Date.parse(now())) return;
      await jobs.ask(sweepJob);
    }
    await sweep(deadline, context);
  },
};
