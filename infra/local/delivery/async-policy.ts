import { functionOf, roleOf } from "../functions-of.ts";
import type { Assembly, Authority, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";

/** How often a function is tried for one asynchronous event, and where the event goes when all was in vain. */
export type AsyncPolicy = {
  readonly retries: number;
  readonly maximumAgeMs: number;
  readonly destinationArn: string | undefined;
  readonly deadLetterArn: string | undefined;
};

const configs = (assembly: Assembly) => assembly.ofType("AWS::Lambda::EventInvokeConfig");

/** Reads what the template says about asynchronous invocations of a function, with Lambda's defaults filled in. */
export const asyncPolicy = (assembly: Assembly, lambda: Resource): AsyncPolicy => {
  const config = configs(assembly).find(
    ({ properties }) => functionOf(assembly, properties.FunctionName) === lambda,
  );
  return {
    retries: Number(config?.properties.MaximumRetryAttempts ?? 2),
    maximumAgeMs: Number(config?.properties.MaximumEventAgeInSeconds ?? 21_600) * 1000,
    destinationArn: config?.properties.DestinationConfig?.OnFailure?.Destination,
    deadLetterArn: lambda.properties.DeadLetterConfig?.TargetArn,
  };
};

const KNOWN = [
  "FunctionName",
  "Qualifier",
  "MaximumRetryAttempts",
  "MaximumEventAgeInSeconds",
  "DestinationConfig",
];

const configProblems = (assembly: Assembly, config: Resource): readonly string[] => {
  const where = nameOf(config);
  const { FunctionName, Qualifier, MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } =
    config.properties;
  return [
    ...unknownProperties(where, config.properties, KNOWN),
    ...unknownProperties(`${where}: DestinationConfig`, DestinationConfig, ["OnFailure"]),
    ...outsideRange(`${where}: MaximumRetryAttempts`, MaximumRetryAttempts, 0, 2),
    ...outsideRange(`${where}: MaximumEventAgeInSeconds`, MaximumEventAgeInSeconds, 60, 21_600),
    ...(Qualifier === "$LATEST" ? [] : [`${where}: only the qualifier $LATEST is supported locally`]),
    ...(functionOf(assembly, FunctionName)
      ? []
      : [`${where}: its function ${FunctionName} is not in the template`]),
  ];
};

const keepingProblems = (assembly: Assembly, lambda: Resource, authority: Authority): readonly string[] => {
  const { destinationArn, deadLetterArn } = asyncPolicy(assembly, lambda);
  return [destinationArn, deadLetterArn].flatMap((queueArn) => {
    if (queueArn === undefined) return [];
    if (assembly.byArn(queueArn)?.type !== "AWS::SQS::Queue")
      return [`${nameOf(lambda)}: failed events can only go to a queue of the template, not to ${queueArn}`];
    const decision = authority.roleMay(roleOf(lambda), "sqs:SendMessage", queueArn);
    return decision.allowed
      ? []
      : [`${nameOf(lambda)}: its role may not sqs:SendMessage to ${queueArn}: ${decision.reason}`];
  });
};

/** Everything about asynchronous invocations that AWS would refuse or that this cloud does not do. */
export const unsupportedAsyncInvocations = (assembly: Assembly, authority: Authority): readonly string[] => [
  ...configs(assembly).flatMap((config) => configProblems(assembly, config)),
  ...assembly
    .ofType("AWS::Lambda::Function")
    .flatMap((lambda) => keepingProblems(assembly, lambda, authority)),
];
