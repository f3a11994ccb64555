import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { Refusal } from "../domain/refusal.ts";
import type { Endpoint } from "../http/endpoint.ts";
import { defectReply, type Reply, refusalReply } from "../http/problem.ts";
import type { HttpEvent } from "../http/read-request.ts";
import type { Router } from "../http/router.ts";
import { safeHeaders } from "../http/safe-headers.ts";
import { isBusy } from "./busy.ts";
import type { Telemetry } from "./telemetry.ts";

/** Ties an answer, its log lines and the events it caused together; also what a person quotes to support. */
const correlationOf = (event: HttpEvent): string => event.requestContext.requestId;

/** Time kept back to answer before Lambda ends the function. */
const reserveMs = 5000;

/** The HTTP API's own answer to a route nobody declared. */
const unknownRoute: Reply = {
  statusCode: 404,
  headers: { "content-type": "application/json" },
  body: '{"message":"Not Found"}',
};

const failure = (error: unknown, correlationId: string, { logger, metrics }: Telemetry): Reply => {
  if (error instanceof Refusal) return refusalReply(error, correlationId);
  logger.error("defect", error as Error);
  if (isBusy(error)) return refusalReply(new Refusal("unavailable"), correlationId);
  metrics.addMetric("Defects", MetricUnit.Count, 1);
  return defectReply(correlationId);
};

/** The Lambda behind all routes of a service. Never throws: what goes wrong is a problem+json answer. */
export const createApi = (router: Router, telemetry: Telemetry) => {
  const { logger, metrics } = telemetry;

  const answer = async (endpoint: Endpoint, event: HttpEvent, context: Context): Promise<Reply> => {
    const correlationId = correlationOf(event);
    const started = performance.now();
    const deadline = started + context.getRemainingTimeInMillis() - reserveMs;
    logger.appendKeys({ correlationId, operation: endpoint.id });
    const reply = await router
      .answer(endpoint, event, correlationId, deadline)
      .catch((error: unknown) => failure(error, correlationId, telemetry));
    const milliseconds = Math.round((performance.now() - started) * 100) / 100;
    metrics.addDimension("operation", endpoint.id);
    metrics.addMetric("Latency", MetricUnit.Milliseconds, milliseconds);
    if (reply.statusCode >= 400) metrics.addMetric("Refusals", MetricUnit.Count, 1);
    logger.info("answered", { status: reply.statusCode, milliseconds });
    return { ...reply, headers: { ...reply.headers, "x-correlation-id": correlationId } };
  };

  return middy<HttpEvent, Reply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .handler(async (event, context) => {
      const endpoint = router.find(event);
      const reply = endpoint ? await answer(endpoint, event, context) : unknownRoute;
      return { ...reply, headers: { ...reply.headers, ...safeHeaders } };
    });
};
