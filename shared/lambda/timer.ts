import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { Service } from "../service.ts";
import type { Telemetry } from "./telemetry.ts";

/** What the scheduler sends: the id of the schedule that is due. */
export type Due = { readonly schedule: string };

/** Time kept back to finish the item at hand and report before Lambda ends the function. */
const reserveMs = 5000;

/** The Lambda behind a service's schedules. Errors are rethrown: the scheduler tries again and the alarm rings. */
export const createTimer = <C>(
  service: Service<C>,
  connect: (schedule: string, correlationId: string) => C,
  { logger, metrics }: Telemetry,
) =>
  middy<Due, void>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics))
    .handler(async ({ schedule: id }: Due, context: Context) => {
      const schedule = service.schedules.find((declared) => declared.id === id);
      if (!schedule) throw new Error(`No schedule ${id} in ${service.name}`);
      const deadline = performance.now() + context.getRemainingTimeInMillis() - reserveMs;
      await schedule.handle({ deadline }, connect(id, context.awsRequestId));
    });
