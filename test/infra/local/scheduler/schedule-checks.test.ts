import { unsupportedSchedules } from "../../../../infra/local/scheduler.ts";
import { assemblyOf, roleArn } from "../support/assembly.ts";
import { type Json, lambda, queue, queueArn } from "../support/messaging.ts";
import { allowed, schedule, timerRule } from "../support/scheduler-world.ts";

describe("the check of schedules", () => {
  const problems = (properties: Json, targetProperties: Json = {}) =>
    unsupportedSchedules(
      assemblyOf(
        queue("Dead"),
        ...lambda("Timer"),
        allowed,
        schedule(properties, targetProperties),
        timerRule,
      ),
    ).join("\n");

  test("finds nothing wrong with what CDK writes", () => {
    const retry = { RetryPolicy: { MaximumRetryAttempts: 3 }, DeadLetterConfig: { Arn: queueArn("Dead") } };
    expect(
      problems(
        { State: "ENABLED", GroupName: "default", ScheduleExpressionTimezone: "Europe/Berlin" },
        retry,
      ),
    ).toBe("");
  });

  test.each<[string, Json, Json, string]>([
    ["an unknown property", { KmsKeyArn: "x" }, {}, "KmsKeyArn is not supported"],
    ["an unknown property of the target", {}, { EcsParameters: {} }, "EcsParameters is not supported"],
    ["a wrong expression", { ScheduleExpression: "rate(0 minutes)" }, {}, "schedule:"],
    [
      "a time zone that does not exist",
      { ScheduleExpressionTimezone: "Mars/Olympus" },
      {},
      "is no time zone",
    ],
    ["another kind of target", {}, { Arn: queueArn("Dead") }, "is no function of the template"],
    ["a role that is not there", {}, { RoleArn: roleArn("Nobody") }, "its role is not in the template"],
    [
      "a dead-letter queue that is not there",
      {},
      { DeadLetterConfig: { Arn: queueArn("No") } },
      "is not in the template",
    ],
    ["an input that is no JSON", {}, { Input: "{" }, "Input is not JSON"],
  ])("names %s", (_, properties, targetProperties, reason) => {
    expect(problems(properties, targetProperties)).toContain(reason);
  });

  test("names a rule with a time of its own, which only schedules may have", () => {
    const rule = { ...timerRule, properties: { ScheduleExpression: "at(2027-03-10T15:00:00)", Targets: [] } };
    expect(unsupportedSchedules(assemblyOf(rule)).join()).toContain("rate() and cron() only");
  });
});
