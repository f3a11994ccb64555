import { validatePattern } from "../event-pattern.ts";
import type { Assembly, Authority, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";
import { busName, isPlainPath, rulesOf } from "./rule.ts";
import { mayDeliver } from "./rule-delivery.ts";

const KNOWN_RULE = [
  "Name",
  "Description",
  "EventBusName",
  "EventPattern",
  "ScheduleExpression",
  "State",
  "Targets",
  "Tags",
];
const KNOWN_TARGET = ["Id", "Arn", "RoleArn", "Input", "InputPath", "DeadLetterConfig", "RetryPolicy"];
const KNOWN_BUS = ["Name", "Description", "Tags", "Policy"];
/** AWS's quota, not adjustable. */
const MOST_TARGETS = 5;

const typeOf: Readonly<Record<string, string>> = {
  sqs: "AWS::SQS::Queue",
  lambda: "AWS::Lambda::Function",
  events: "AWS::Events::EventBus",
};

const isJson = (text: unknown): boolean => {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
};

const isDefaultBus = (arn: string) => arn.endsWith(":event-bus/default");

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no static type here
const targetProblems = (assembly: Assembly, where: string, target: any): readonly string[] => {
  const arn = String(target.Arn);
  const type = typeOf[arn.split(":")[2] ?? ""];
  const deadLetterArn = target.DeadLetterConfig?.Arn;
  const retry = target.RetryPolicy;
  const exists = assembly.byArn(arn)?.type === type || isDefaultBus(arn);
  return [
    ...unknownProperties(where, target, KNOWN_TARGET),
    ...(type === undefined ? [`${where}: a target such as ${arn} is not supported locally`] : []),
    ...(type !== undefined && !exists ? [`${where}: ${arn} is not in the template`] : []),
    ...(target.Input !== undefined && !isJson(target.Input) ? [`${where}: Input is not JSON`] : []),
    ...(target.InputPath !== undefined && !isPlainPath(target.InputPath)
      ? [`${where}: only plain InputPaths such as $.detail are supported locally`]
      : []),
    ...(deadLetterArn !== undefined && assembly.byArn(deadLetterArn)?.type !== "AWS::SQS::Queue"
      ? [`${where}: its dead-letter queue ${deadLetterArn} is not in the template`]
      : []),
    ...outsideRange(`${where}: MaximumRetryAttempts`, retry?.MaximumRetryAttempts, 0, 185),
    ...outsideRange(`${where}: MaximumEventAgeInSeconds`, retry?.MaximumEventAgeInSeconds, 60, 86_400),
  ];
};

const ruleProblems = (assembly: Assembly, rule: Resource): readonly string[] => {
  const where = nameOf(rule);
  const { EventBusName, EventPattern, ScheduleExpression, Targets = [] } = rule.properties;
  const bus = busName(EventBusName);
  const reason = EventPattern === undefined ? undefined : validatePattern(EventPattern);
  const isKnownBus =
    bus === "default" || assembly.ofType("AWS::Events::EventBus").some((each) => busName(each.arn) === bus);
  return [
    ...unknownProperties(where, rule.properties, KNOWN_RULE),
    ...(reason === undefined ? [] : [`${where}: event pattern: ${reason}`]),
    ...(EventPattern === undefined && ScheduleExpression === undefined
      ? [`${where}: has neither pattern nor schedule`]
      : []),
    ...(ScheduleExpression !== undefined && bus !== "default"
      ? [`${where}: AWS takes schedules on the default bus only`]
      : []),
    ...(isKnownBus ? [] : [`${where}: its bus ${bus} is not in the template`]),
    ...(Targets.length > MOST_TARGETS
      ? [`${where}: AWS takes ${MOST_TARGETS} targets per rule, not ${Targets.length}`]
      : []),
    ...Targets.flatMap((target: { Id?: unknown }) =>
      targetProblems(assembly, `${where} target ${target.Id}`, target),
    ),
  ];
};

/** Everything about buses and rules that AWS would refuse or that this cloud does not do. */
export const unsupportedRules = (assembly: Assembly): readonly string[] => [
  ...assembly
    .ofType("AWS::Events::EventBus")
    .flatMap((bus) => unknownProperties(nameOf(bus), bus.properties, KNOWN_BUS)),
  ...assembly.ofType("AWS::Events::Rule").flatMap((rule) => ruleProblems(assembly, rule)),
];

/**
 * Targets and dead-letter queues that a rule may not reach. AWS deploys such a template and loses the events later;
 * knowing at the start is cheaper.
 */
export const deniedTargets = (assembly: Assembly, authority: Authority): readonly string[] =>
  rulesOf(assembly).flatMap((rule) =>
    rule.targets.flatMap((target) => {
      const decisions = [mayDeliver({ authority }, rule, target)];
      if (target.deadLetterArn !== undefined)
        decisions.push(
          mayDeliver({ authority }, rule, {
            ...target,
            kind: "queue",
            arn: target.deadLetterArn,
            roleArn: undefined,
          }),
        );
      return decisions.flatMap((decision) =>
        decision.allowed ? [] : [`${rule.arn} target ${target.id}: ${decision.reason}`],
      );
    }),
  );
