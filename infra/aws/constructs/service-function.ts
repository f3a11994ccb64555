import type { Duration } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Bundle } from "../bundle.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Bell, ring } from "./alarm-bell.ts";
import { logGroup } from "./retention.ts";

/**
 * 512 MB buys 0.3 of a CPU and five times the memory that a handler uses (about 90 MB): half of it doubles the
 * cold start, twice of it doubles the price of requests that mostly wait for DynamoDB.
 */
const memorySize = 512;

export type FunctionProps = {
  /** Without the installation's prefix, such as `incident-api`. */
  readonly name: string;
  readonly summary: string;
  readonly code: Bundle;
  /** The module's export that Lambda calls. */
  readonly handler: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** What it may do besides writing its own log and traces. */
  readonly statements: readonly PolicyStatement[];
  readonly bell: Bell;
};

/** A function with its own role, log group and alarms. Its role may do what is listed here and nothing else. */
export class ServiceFunction extends Construct {
  readonly lambda: Lambda;

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id);
    const { name, code, handler, bell } = props;
    if (!code.exports.includes(handler))
      throw new Error(`${code.directory}/${code.module}.mjs exports no ${handler}`);
    const logs = logGroup(this, "Logs", bell.settings);
    const role = new Role(this, "Role", {
      description: `What ${name} may do`,
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: {
        permissions: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
              resources: [logs.logGroupArn],
            }),
            new PolicyStatement({
              actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
              resources: ["*"],
            }),
            ...props.statements,
          ],
        }),
      },
    });
    acknowledge(
      role,
      "AwsSolutions-IAM5[Resource::*]",
      "X-Ray knows no resources: its two write actions take only *",
    );
    this.lambda = new Lambda(this, "Function", {
      functionName: `${bell.settings.name}-${name}`,
      description: props.summary,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(code.directory),
      handler: `${code.module}.${handler}`,
      memorySize,
      timeout: props.timeout,
      environment: props.environment,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // The platform's line per invocation would double the cost of a request; failures are still written.
      systemLogLevelV2: SystemLogLevel.WARN,
      logGroup: logs,
      // Keeps CDK's grants out: the inline policy above is the whole truth.
      role: role.withoutPolicyUpdates(),
    });
    ring(this, bell, {
      kind: "function-errors",
      about: name,
      metric: (options) => this.lambda.metricErrors(options),
    });
    ring(this, bell, {
      kind: "function-throttles",
      about: name,
      metric: (options) => this.lambda.metricThrottles(options),
    });
  }
}
