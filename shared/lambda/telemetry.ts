import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";

/** Structured logs and EMF metrics of one service, shared by its functions. */
export type Telemetry = { readonly logger: Logger; readonly metrics: Metrics };

export const createTelemetry = (service: string): Telemetry => ({
  logger: new Logger({ serviceName: service }),
  metrics: new Metrics({ namespace: "Steward", serviceName: service }),
});
