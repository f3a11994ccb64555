import type { Schedule } from "../../../shared/service.ts";
import { healthId } from "../cmdb-health.ts";
import { isDue } from "../decisions/tell-of-health.ts";
import { sweep, sweepJob } from "../quality/sweep.ts";
import type { ConfigurationContext } from "../table.ts";

export const measureHealth: Schedule<ConfigurationContext> = {
  id: "measure-health",
  summary: "Looks at every CI once a day: what is missing, tied to nothing, unseen, twice, against a rule.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { jobs, healthRecord, now } = context;
    if (!(await jobs.load(sweepJob))) {
      if (!isDue(await healthRecord.get(healthId), now())) return;
      await jobs.ask(sweepJob);
    }
    await sweep(deadline, context);
  },
};
