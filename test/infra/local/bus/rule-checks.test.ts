import { unsupportedRules } from "../../../../infra/local/bus.ts";
import { assemblyOf } from "../support/assembly.ts";
import { bus, rule, target, toDead } from "../support/bus-world.ts";
import { type Described, functionArn, type Json, lambda, queue, queueArn } from "../support/messaging.ts";

describe("the check of buses and rules", () => {
  const problems = (properties: Json, ...others: readonly Described[]) =>
    unsupportedRules(
      assemblyOf(
        bus("Things"),
        queue("Main"),
        queue("Dead"),
        ...lambda("Worker"),
        rule("Rule", properties),
        ...others,
      ),
    ).join("\n");

  test("finds nothing wrong with what CDK writes", () => {
    const first = target(queueArn("Main"), {
      ...toDead,
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
    });
    expect(problems({ Targets: [first, { ...target(functionArn("Worker")), Id: "Target1" }] })).toBe("");
    expect(
      problems({ EventBusName: undefined, EventPattern: undefined, ScheduleExpression: "rate(1 day)" }),
    ).toBe("");
  });

  test.each<[string, Json, string]>([
    ["an unknown property", { RoleArn: "x" }, "RoleArn is not supported"],
    [
      "an input transformer",
      { Targets: [target(queueArn("Main"), { InputTransformer: {} })] },
      "InputTransformer is not supported",
    ],
    [
      "a FIFO target",
      { Targets: [target(queueArn("Main"), { SqsParameters: {} })] },
      "SqsParameters is not supported",
    ],
    [
      "another kind of target",
      { Targets: [target("arn:aws:sns:eu-west-1:1:topic")] },
      "is not supported locally",
    ],
    ["a queue that is not there", { Targets: [target(queueArn("Nowhere"))] }, "is not in the template"],
    [
      "a dead-letter queue that is not there",
      { Targets: [target(queueArn("Main"), { DeadLetterConfig: { Arn: queueArn("No") } })] },
      "dead-letter queue",
    ],
    [
      "an input that is no JSON",
      { Targets: [target(queueArn("Main"), { Input: "{" })] },
      "Input is not JSON",
    ],
    [
      "a path beyond the plain ones",
      { Targets: [target(queueArn("Main"), { InputPath: "$.a[0]" })] },
      "only plain InputPaths",
    ],
    [
      "too many retries",
      { Targets: [target(queueArn("Main"), { RetryPolicy: { MaximumRetryAttempts: 186 } })] },
      "from 0 to 185",
    ],
    [
      "six targets",
      { Targets: Array.from({ length: 6 }, () => target(queueArn("Main"))) },
      "5 targets per rule",
    ],
    ["a pattern that AWS refuses", { EventPattern: { source: "text" } }, "event pattern"],
    ["neither pattern nor schedule", { EventPattern: undefined }, "neither pattern nor schedule"],
    ["a schedule on a bus of one's own", { ScheduleExpression: "rate(1 day)" }, "default bus only"],
    ["a bus that is not there", { EventBusName: "Nowhere" }, "its bus Nowhere is not in the template"],
  ])("names %s", (_, properties, reason) => {
    expect(problems(properties)).toContain(reason);
  });

  test("names what it does not know about a bus", () => {
    expect(problems({}, bus("Second", { KmsKeyIdentifier: "x" }))).toContain(
      "KmsKeyIdentifier is not supported",
    );
  });
});
