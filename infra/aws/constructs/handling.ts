import type { Duration } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { FunctionEnvironment } from "../../../shared/lambda/environment.ts";
import type { ServiceParts } from "../service-parts.ts";
import { ServiceFunction } from "./service-function.ts";
import { tableAccess } from "./table-access.ts";

type Handling = {
  readonly summary: string;
  readonly timeout: Duration;
  readonly statements?: readonly PolicyStatement[];
};

/** A function of the service's own code: `api`, `consumer` or `timer`, working on the service's table. */
export const addHandler = (
  scope: Construct,
  { service, table, core, bundles }: ServiceParts,
  handler: "api" | "consumer" | "timer",
  { summary, timeout, statements = [] }: Handling,
): ServiceFunction =>
  new ServiceFunction(scope, `${handler.charAt(0).toUpperCase()}${handler.slice(1)}`, {
    name: `${service.name}-${handler}`,
    summary,
    code: bundles(service.name),
    handler,
    timeout,
    environment: FunctionEnvironment.parse({
      SERVICE: service.name,
      TABLE_NAME: table.tableName,
      GROUPS: JSON.stringify(core.groups),
      REQUEST_LIMITS: JSON.stringify(core.settings.requestLimits),
    }),
    statements: [...tableAccess(table, service.table), ...statements],
    bell: core.bell,
  });
