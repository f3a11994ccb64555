import { unsupportedQueueMappings } from "../../../../infra/local/queue-mapping.ts";
import { main, partial, world } from "../support/mapping-world.ts";
import { queueArn } from "../support/messaging.ts";

describe("the check of queue mappings", () => {
  const problems = (properties: object, queueProperties = {}, role?: Parameters<typeof world>[3]) => {
    const { assembly, authority } = world(() => null, properties, queueProperties, role);
    return unsupportedQueueMappings(assembly, authority).join("\n");
  };

  test("finds nothing wrong with what CDK writes", () => {
    expect(
      problems({
        BatchSize: 10,
        MaximumBatchingWindowInSeconds: 0,
        ...partial,
        ScalingConfig: { MaximumConcurrency: 2 },
      }),
    ).toBe("");
  });

  test.each([
    ["an unknown property", { StartingPosition: "LATEST" }, {}, "StartingPosition is not supported"],
    ["a large batch without a window", { BatchSize: 11 }, {}, "needs a MaximumBatchingWindowInSeconds"],
    ["a batch of zero", { BatchSize: 0 }, {}, "BatchSize must be a whole number from 1 to 10000"],
    ["a concurrency of one", { ScalingConfig: { MaximumConcurrency: 1 } }, {}, "from 2 to 1000"],
    [
      "a visibility timeout below the function's timeout",
      {},
      { VisibilityTimeout: 9 },
      "is below the timeout of Test/Consumer (10 s)",
    ],
    ["a queue that is not there", { EventSourceArn: queueArn("Nowhere") }, {}, "is not in the template"],
    ["a function that is not there", { FunctionName: "Nobody" }, {}, "is not in the template"],
    ["a wrong filter", { FilterCriteria: { Filters: [{ Pattern: '{"body":"x"}' }] } }, {}, "filter pattern"],
  ])("names %s", (_, properties, queueProperties, reason) => {
    expect(problems(properties, queueProperties)).toContain(reason);
  });

  test.each(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"])(
    "names a role that lacks %s",
    (action) => {
      const others = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"].filter(
        (each) => each !== action,
      );
      const found = problems({}, {}, [{ Effect: "Allow", Action: others, Resource: main }]);
      expect(found).toBe(`Test/MainToConsumer: the role of Test/Consumer may not ${action} on Test/Main`);
    },
  );
});
