import { unsupportedQueues } from "../../../../infra/local/queues.ts";
import { assemblyOf } from "../support/assembly.ts";
import { deadLetters, queue } from "../support/messaging.ts";
import { main, other } from "../support/queues-world.ts";

describe("the check of the template's queues", () => {
  const problems = (properties: object, ...others: readonly ReturnType<typeof queue>[]) =>
    unsupportedQueues(assemblyOf(queue("Main", { ...properties }), ...others));

  test("finds nothing wrong with what CDK writes", () => {
    const properties = {
      VisibilityTimeout: 90,
      SqsManagedSseEnabled: true,
      Tags: [],
      ...deadLetters("Dead", 3),
    };
    expect(problems(properties, queue("Dead", { MessageRetentionPeriod: 1_209_600 }))).toEqual([]);
  });

  test.each([
    ["a FIFO queue", { FifoQueue: true }, "FIFO queues are not supported"],
    ["an unknown property", { Colour: "red" }, "Colour is not supported"],
    ["a customer key", { KmsMasterKeyId: "alias/mine" }, "KmsMasterKeyId"],
    ["too long a visibility", { VisibilityTimeout: 43_201 }, "from 0 to 43200"],
    ["too short a retention", { MessageRetentionPeriod: 59 }, "from 60 to 1209600"],
    ["too long a delay", { DelaySeconds: 901 }, "from 0 to 900"],
    ["too large a message", { MaximumMessageSize: 1_048_577 }, "from 1024 to 1048576"],
    ["a dead-letter queue that is not there", deadLetters("Nowhere", 3), "is not in the template"],
    ["a receive count of zero", deadLetters("Main", 0), "from 1 to 1000"],
    ["a queue that is its own dead-letter queue", deadLetters("Main", 1), "is its own dead-letter queue"],
  ])("names %s", (_, properties, reason) => {
    expect(problems(properties).join("\n")).toContain(reason);
  });

  test("names a dead-letter queue that takes dead letters of other queues only", () => {
    const allow = { RedriveAllowPolicy: { redrivePermission: "byQueue", sourceQueueArns: [other] } };
    expect(problems(deadLetters("Dead", 3), queue("Dead", allow)).join()).toContain(
      "does not name this queue",
    );
    const allowMain = { RedriveAllowPolicy: { redrivePermission: "byQueue", sourceQueueArns: [main] } };
    expect(problems(deadLetters("Dead", 3), queue("Dead", allowMain))).toEqual([]);
  });
});
