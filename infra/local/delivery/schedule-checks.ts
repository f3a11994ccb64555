import { functionOf } from "../functions-of.ts";
import type { Assembly, Authority, Resource } from "../parts.ts";
import { validateSchedule } from "../schedule-expression.ts";
import { nameOf, unknownProperties } from "../template-check.ts";
import { schedulesOf } from "./schedule.ts";

const KNOWN = [
  "Name",
  "GroupName",
  "Description",
  "ScheduleExpression",
  "ScheduleExpressionTimezone",
  "State",
  "FlexibleTimeWindow",
  "StartDate",
  "EndDate",
  "Target",
];
const KNOWN_TARGET = ["Arn", "RoleArn", "Input", "DeadLetterConfig", "RetryPolicy"];

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const scheduleProblems = (assembly: Assembly, schedule: Resource): readonly string[] => {
  const where = nameOf(schedule);
  const { Target: target, ScheduleExpressionTimezone: timeZone = "UTC" } = schedule.properties;
  const deadLetterArn = target?.DeadLetterConfig?.Arn;
  return [
    ...unknownProperties(where, schedule.properties, KNOWN),
    ...unknownProperties(`${where}: Target`, target, KNOWN_TARGET),
    ...(functionOf(assembly, target?.Arn)
      ? []
      : [`${where}: its target ${target?.Arn} is no function of the template`]),
    ...(assembly.byArn(target?.RoleArn)?.type === "AWS::IAM::Role"
      ? []
      : [`${where}: its role is not in the template`]),
    ...(deadLetterArn === undefined || assembly.byArn(deadLetterArn)?.type === "AWS::SQS::Queue"
      ? []
      : [`${where}: its dead-letter queue ${deadLetterArn} is not in the template`]),
    ...(isTimeZone(timeZone) ? [] : [`${where}: ${timeZone} is no time zone`]),
    ...(isJson(target?.Input ?? "{}") ? [] : [`${where}: Input is not JSON`]),
  ];
};

const expressionProblem = (resource: Resource): readonly string[] => {
  const expression: unknown = resource.properties.ScheduleExpression;
  const isRule = resource.type === "AWS::Events::Rule";
  if (isRule && expression === undefined) return [];
  const reason =
    isRule && String(expression).startsWith("at(")
      ? "a rule takes rate() and cron() only"
      : validateSchedule(String(expression));
  return reason === undefined ? [] : [`${nameOf(resource)}: schedule: ${reason}`];
};

/** Everything about schedules that AWS would refuse or that this cloud does not do. */
export const unsupportedSchedules = (assembly: Assembly): readonly string[] => [
  ...assembly.ofType("AWS::Scheduler::Schedule").flatMap((schedule) => scheduleProblems(assembly, schedule)),
  ...[...assembly.ofType("AWS::Scheduler::Schedule"), ...assembly.ofType("AWS::Events::Rule")].flatMap(
    expressionProblem,
  ),
];

/** Schedules whose role may not do what they are for: AWS deploys such a template and never runs it. */
export const deniedSchedules = (assembly: Assembly, authority: Authority): readonly string[] =>
  schedulesOf(assembly).flatMap(({ name, fires }) => {
    if ("rule" in fires) return [];
    const { roleArn, arn, deadLetterArn } = fires.target;
    const decisions = [authority.roleMay(roleArn, "lambda:InvokeFunction", arn)];
    if (deadLetterArn !== undefined)
      decisions.push(authority.roleMay(roleArn, "sqs:SendMessage", deadLetterArn));
    return decisions.flatMap((decision) =>
      decision.allowed ? [] : [`schedule ${name}: ${decision.reason}`],
    );
  });
