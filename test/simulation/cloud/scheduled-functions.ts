import type { Functions } from "../../../infra/local/parts.ts";
import type { Faults } from "../faults.ts";
import type { ProcessTime } from "../machine/process-time.ts";
import type { Invocations } from "./invocations.ts";
import type { Run } from "./records.ts";

type Parts = {
  readonly invocations: Invocations;
  readonly faults: Faults;
  readonly time: ProcessTime;
  readonly now: () => number;
  readonly ran: (run: Run) => void;
};

/** Functions as the scheduler invokes them: at least once, now and then twice at the same time. */
export const createScheduledFunctions = ({ invocations, faults, time, now, ran }: Parts): Functions => {
  const run = async (arn: string, event: unknown) => {
    const begun = time.now();
    const result = await invocations.invoke(arn, event);
    ran({ functionArn: arn, event, endedAt: now(), lastedMs: time.now() - begun, ...result });
    return result;
  };
  return {
    invoke: async (arn, event) => {
      const doubled = faults.at("scheduled run").map((fault) => {
        faults.inject(fault);
        return run(arn, event);
      });
      const [result] = await Promise.all([run(arn, event), ...doubled]);
      return result;
    },
    stop: async () => undefined,
  };
};
