import { unsupportedAsyncInvocations } from "../../../infra/local/async-invocation.ts";
import { createAuthority } from "../../../infra/local/authority.ts";
import { assemblyOf } from "./support/assembly.ts";
import { allow, type Json, lambda, queue, queueArn } from "./support/messaging.ts";

const mayKeep = allow("sqs:SendMessage", queueArn("Kept"));
const config = (properties: Json) => ({
  type: "AWS::Lambda::EventInvokeConfig",
  logicalId: "Config",
  properties: { FunctionName: "Worker", Qualifier: "$LATEST", ...properties },
});
const onFailure = (arn: string) => ({ DestinationConfig: { OnFailure: { Destination: arn } } });

const problems = (properties: Json, statements = [mayKeep], functionProperties = {}) => {
  const assembly = assemblyOf(
    queue("Kept"),
    ...lambda("Worker", statements, functionProperties),
    config(properties),
  );
  return unsupportedAsyncInvocations(assembly, createAuthority(assembly)).join("\n");
};

describe("the check of asynchronous invocations", () => {
  test("finds nothing wrong with what CDK writes", () => {
    const properties = {
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 60,
      ...onFailure(queueArn("Kept")),
    };
    expect(problems(properties, [mayKeep], { DeadLetterConfig: { TargetArn: queueArn("Kept") } })).toBe("");
  });

  test.each<[string, Json, string]>([
    ["an unknown property", { Colour: 1 }, "Colour is not supported"],
    [
      "a destination for successes",
      { DestinationConfig: { OnSuccess: { Destination: queueArn("Kept") } } },
      "OnSuccess is not supported",
    ],
    ["three retries", { MaximumRetryAttempts: 3 }, "from 0 to 2"],
    ["too short an age", { MaximumEventAgeInSeconds: 59 }, "from 60 to 21600"],
    ["a qualifier other than $LATEST", { Qualifier: "1" }, "only the qualifier $LATEST"],
    ["a function that is not there", { FunctionName: "Nobody" }, "is not in the template"],
    [
      "a destination that is no queue of the template",
      onFailure(queueArn("Nowhere")),
      "can only go to a queue of the template",
    ],
  ])("names %s", (_, properties, reason) => {
    expect(problems(properties)).toContain(reason);
  });

  test("names a role that may not send failed events to where they should go", () => {
    expect(problems(onFailure(queueArn("Kept")), [])).toContain("may not sqs:SendMessage");
    expect(problems({}, [], { DeadLetterConfig: { TargetArn: queueArn("Kept") } })).toContain(
      "may not sqs:SendMessage",
    );
  });
});
