import type { Assembly, Resource } from "../parts.ts";
import { type Rule, rulesOf } from "./rule.ts";

/** Where an `AWS::Scheduler::Schedule` goes. */
export type ScheduleTarget = {
  readonly arn: string;
  readonly roleArn: string;
  /** JSON text in which keywords such as `<aws.scheduler.scheduled-time>` are replaced; the event as a whole. */
  readonly input: string;
  readonly deadLetterArn: string | undefined;
};

/** When something fires, whatever it is that fires. Times are epoch milliseconds, virtual. */
export type Schedule = {
  readonly arn: string;
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly from: number;
  readonly until: number;
  readonly fires: { readonly rule: Rule } | { readonly target: ScheduleTarget };
};

const lastPart = (arn: string) => arn.slice(arn.lastIndexOf("/") + 1);

const scheduleOf = ({ arn, properties }: Resource): Schedule => ({
  arn,
  name: String(properties.Name ?? lastPart(arn)),
  expression: String(properties.ScheduleExpression),
  timeZone: String(properties.ScheduleExpressionTimezone ?? "UTC"),
  from: properties.StartDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(properties.StartDate),
  until: properties.EndDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(properties.EndDate),
  fires: {
    target: {
      arn: String(properties.Target?.Arn),
      roleArn: String(properties.Target?.RoleArn),
      input: String(properties.Target?.Input ?? "{}"),
      deadLetterArn: properties.Target?.DeadLetterConfig?.Arn,
    },
  },
});

const ruleSchedule = (rule: Rule): readonly Schedule[] =>
  rule.scheduleExpression === undefined
    ? []
    : [
        {
          arn: rule.arn,
          name: lastPart(rule.arn),
          expression: rule.scheduleExpression,
          timeZone: "UTC",
          from: Number.NEGATIVE_INFINITY,
          until: Number.POSITIVE_INFINITY,
          fires: { rule },
        },
      ];

/** Everything in the template that fires by the clock and is switched on. */
export const schedulesOf = (assembly: Assembly): readonly Schedule[] => [
  ...assembly
    .ofType("AWS::Scheduler::Schedule")
    .filter(({ properties }) => properties.State !== "DISABLED")
    .map(scheduleOf),
  ...rulesOf(assembly).flatMap(ruleSchedule),
];
