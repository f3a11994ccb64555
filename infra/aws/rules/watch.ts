import { alarmKinds } from "../alarm-kinds.ts";
import { mustBe, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part, type Templates } from "./templates.ts";

const topicsOf = (templates: Templates): readonly string[] =>
  templates.ofType("AWS::SNS::Topic").map(({ identity }) => identity);

/** An alarm that reaches nobody, or that says nothing, is none. */
const alarms: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::CloudWatch::Alarm").flatMap((alarm) => {
    const actions = listOf(at(alarm, "AlarmActions")).map((action) => templates.resolve(alarm.stack, action));
    const section = (templates.text(alarm, "AlarmDescription") ?? "").split(`${settings.runbook}#`)[1] ?? "";
    return [
      ...unless(
        actions.some((action) => topicsOf(templates).includes(action)),
        "Watch",
        alarm,
        "reaches nobody",
      ),
      ...unless(at(alarm, "ActionsEnabled") !== false, "Watch", alarm, "is muted"),
      ...unless(Object.hasOwn(alarmKinds, section), "Watch", alarm, "names no section of the runbook"),
      ...mustBe("Watch", alarm)("TreatMissingData", "notBreaching"),
    ];
  });

type Dimension = { readonly Value?: unknown };

/** `metric of resource` for everything that an alarm looks at. */
const watched = (templates: Templates): ReadonlySet<string> =>
  new Set(
    templates
      .ofType("AWS::CloudWatch::Alarm")
      .flatMap((alarm) =>
        (listOf(at(alarm, "Dimensions")) as Dimension[]).map(
          ({ Value }) =>
            `${at(alarm, "Namespace")}/${at(alarm, "MetricName")} of ${templates.resolve(alarm.stack, Value)}`,
        ),
      ),
  );

/** Queues in which things end that nobody handled. */
const lastResorts = (templates: Templates): string[] => {
  const of = (type: string, path: string) => templates.ofType(type).map((part) => templates.text(part, path));
  return [
    ...of("AWS::SQS::Queue", "RedrivePolicy.deadLetterTargetArn"),
    ...of("AWS::Lambda::EventSourceMapping", "DestinationConfig.OnFailure.Destination"),
    ...of("AWS::Scheduler::Schedule", "Target.DeadLetterConfig.Arn"),
    ...of("AWS::Events::Rule", "Targets.0.DeadLetterConfig.Arn"),
  ].filter((identity) => identity !== undefined);
};

const mappedNeeds = (templates: Templates): string[] =>
  templates.ofType("AWS::Lambda::EventSourceMapping").map((mapping) => {
    const source = templates.text(mapping, "EventSourceArn");
    if (source?.endsWith("#StreamArn"))
      return `AWS/Lambda/IteratorAge of ${templates.text(mapping, "FunctionName")}`;
    return `AWS/SQS/ApproximateAgeOfOldestMessage of ${source}#QueueName`;
  });

const needs = (templates: Templates): string[] => [
  ...templates
    .ofType("AWS::Lambda::Function")
    .flatMap(({ identity }) => [`AWS/Lambda/Errors of ${identity}`, `AWS/Lambda/Throttles of ${identity}`]),
  ...mappedNeeds(templates),
  ...lastResorts(templates).map(
    (queue) => `AWS/SQS/ApproximateNumberOfMessagesVisible of ${queue}#QueueName`,
  ),
  ...templates.ofType("AWS::ApiGatewayV2::Api").map(({ identity }) => `AWS/ApiGateway/5xx of ${identity}`),
];

const ownerOf = (templates: Templates, need: string): Part | undefined => {
  const identity = need.split(" of ")[1]?.split("#")[0];
  return templates.parts.find((part) => part.identity === identity);
};

/** Whatever can fail, stall or pile up is watched. */
const coverage: Rule = ({ templates }) => {
  const seen = watched(templates);
  return [...new Set(needs(templates))]
    .filter((need) => !seen.has(need))
    .flatMap((need) => {
      const part = ownerOf(templates, need);
      return part === undefined ? [] : [{ rule: "Watch", part, message: `nobody watches ${need}` }];
    });
};

export const watch: readonly Rule[] = [alarms, coverage];
