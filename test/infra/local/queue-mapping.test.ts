import { createAuthority } from "../../../infra/local/authority.ts";
import { createQueueMappings, unsupportedQueueMappings } from "../../../infra/local/queue-mapping.ts";
import { sqsRecord } from "../../../infra/local/queues/sqs-event.ts";
import { createQueues } from "../../../infra/local/queues.ts";
import { assemblyOf } from "./support/assembly.ts";
import {
  deadLetters,
  functionsOf,
  ground,
  type Handler,
  lambda,
  mapping,
  mayConsume,
  queue,
  queueArn,
  until,
} from "./support/messaging.ts";
import { referenceData } from "./support/reference-data.ts";

const SECOND = 1000;
const main = queueArn("Main");
const dead = queueArn("Dead");

type SqsEvent = {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly [key: string]: unknown;
  }[];
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A queue that feeds one function; `batches` are the bodies of every batch the function got. */
const world = (
  handler: (event: SqsEvent) => unknown,
  properties = {},
  queueProperties = {},
  role = [mayConsume("Main")],
) => {
  const parts = ground();
  const batches: string[][] = [];
  const handle: Handler = (event) => {
    batches.push((event as SqsEvent).Records.map(({ body }) => body));
    return handler(event as SqsEvent);
  };
  const assembly = assemblyOf(
    queue("Main", { VisibilityTimeout: 60, ...deadLetters("Dead", 2), ...queueProperties }),
    queue("Dead"),
    ...lambda("Consumer", role),
    mapping("Main", "Consumer", properties),
  );
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  const worker = createQueueMappings(assembly, {
    ...parts,
    queues,
    authority,
    functions: functionsOf({ Consumer: handle }),
  });
  stops.push(async () => {
    await worker.stop();
    queues.close();
  });
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const send = (...bodies: readonly string[]) => bodies.map((body) => queues.send(main, body));
  const quiet = () => until(() => worker.pending() === 0, "nothing is pending");
  const seen = () => batches.flat().sort();
  return { ...parts, assembly, authority, queues, worker, batches, pass, send, quiet, seen };
};

const partial = { FunctionResponseTypes: ["ReportBatchItemFailures"] };

describe("a queue mapping", () => {
  test("hands every message to its function and deletes it when the function succeeds", async () => {
    const { worker, send, quiet, seen, queues } = world(() => "whatever");
    send("before the start");
    worker.start();
    send("a", "b");
    await quiet();
    expect(seen()).toEqual(["a", "b", "before the start"]);
    expect(queues.size(main)).toBe(0);
  });

  test("sends the very fields that AWS sends", async () => {
    const sample = referenceData<SqsEvent>("aws-events/lambda/sqsEvent.json");
    if (sample === undefined) return;
    const got: SqsEvent["Records"][number][] = [];
    const { worker, quiet, queues } = world((event) => void got.push(...event.Records));
    worker.start();
    queues.send(main, "Test message.", { testAttr: "100" });
    await quiet();
    const [expected] = sample.Records;
    const [record] = got;
    expect(Object.keys(record ?? {}).sort()).toEqual(Object.keys(expected ?? {}).sort());
    expect(Object.keys(record?.attributes ?? {}).sort()).toEqual(
      Object.keys(expected?.attributes ?? {}).sort(),
    );
    expect(record).toMatchObject({
      body: expected?.body,
      md5OfBody: expected?.md5OfBody,
      eventSource: "aws:sqs",
      eventSourceARN: main,
      awsRegion: "eu-west-1",
      messageAttributes: { testAttr: { stringValue: "100", dataType: "String" } },
      attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
    });
  });

  test("a dead letter says which queue it comes from, as AWS does", async () => {
    const sample = referenceData<SqsEvent>("aws-events/lambda/sqsDlqTriggerEvent.json");
    if (sample === undefined) return;
    const { queues, pass } = world(() => null);
    queues.send(main, "hello world");
    for (let receives = 0; receives < 3; receives++) {
      queues.receive(main, 1);
      pass(61 * SECOND);
    }
    const [letter] = queues.receive(dead, 1).map((message) => sqsRecord(message, dead));
    const [expected] = sample.Records;
    expect(Object.keys(letter?.attributes ?? {}).sort()).toEqual(
      Object.keys(expected?.attributes ?? {}).sort(),
    );
    expect(letter).toMatchObject({
      attributes: { DeadLetterQueueSourceArn: main, ApproximateReceiveCount: "3" },
      messageAttributes: {},
      eventSourceARN: dead,
    });
  });

  test("takes what waits in batches of at most its size", async () => {
    const { worker, send, quiet, batches, seen } = world(() => null, { BatchSize: 4 });
    send(..."abcdefghij");
    worker.start();
    await quiet();
    expect(seen()).toEqual([..."abcdefghij"]);
    expect(Math.max(...batches.map(({ length }) => length))).toBe(4);
    expect(batches).toHaveLength(3);
  });

  test("lets messages that come one shortly after the other travel together", async () => {
    const { worker, send, quiet, batches } = world(() => null, { MaximumBatchingWindowInSeconds: 1 });
    worker.start();
    for (const body of "abcdef") {
      send(body);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await quiet();
    expect(batches.flat()).toEqual([..."abcdef"]);
    expect(batches.length).toBeLessThan(6);
  });

  test("never runs more batches at a time than its maximum concurrency", async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    const { worker, send, quiet, seen } = world(slow, {
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    send(...Array.from({ length: 20 }, (_, index) => `message ${index}`));
    worker.start();
    await quiet();
    expect(seen()).toHaveLength(20);
    expect(most).toBe(2);
  });

  test("a failed batch comes back whole after the visibility timeout of the virtual clock, then goes to the dead letters", async () => {
    const { worker, send, queues, batches, pass, quiet } = world(() => {
      throw new Error("broken");
    });
    worker.start();
    send("a", "b");
    await until(() => queues.nextDue(main) !== undefined && batches.length === 1, "the first try failed");
    pass(50 * SECOND);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([batches.length, worker.pending()]).toEqual([1, 2]);
    pass(11 * SECOND);
    await until(() => batches.length === 2, "the second try");
    await new Promise((resolve) => setTimeout(resolve, 10));
    pass(61 * SECOND);
    await quiet();
    expect(batches).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    expect(queues.peek(dead, 5).map(({ body, attributes }) => [body, attributes.LastError])).toEqual([
      ["a", "Error: broken"],
      ["b", "Error: broken"],
    ]);
  });

  test("a retry comes by itself when nobody moves the clock", async () => {
    let tries = 0;
    const handler = () => {
      if (++tries === 1) throw new Error("once");
    };
    const { worker, send, quiet } = world(handler, {}, { VisibilityTimeout: 1 });
    worker.start();
    send("a");
    await quiet();
    expect(tries).toBe(2);
  });

  test("says when its next retry is due, so that a drain can go there", async () => {
    let tries = 0;
    const { worker, send, clock, quiet } = world(() => {
      if (++tries === 1) throw new Error("once");
    });
    worker.start();
    send("a");
    await until(() => tries === 1 && worker.nextDue() !== undefined, "the first try failed");
    await new Promise((resolve) => setTimeout(resolve, 5));
    clock.moveTo(worker.nextDue() ?? 0);
    await quiet();
    expect(tries).toBe(2);
  });

  test("moving the clock while a function works does not give its messages to another", async () => {
    let finish = () => {};
    const { worker, send, batches, pass, quiet } = world(
      () => new Promise<void>((resolve) => (finish = resolve)),
    );
    worker.start();
    send("a");
    await until(() => batches.length === 1, "the function works");
    for (let day = 0; day < 3; day++) pass(86_400 * SECOND);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([batches.length, worker.pending()]).toEqual([1, 1]);
    finish();
    await quiet();
    expect(batches).toEqual([["a"]]);
  });

  test("does nothing when it is disabled, and its queue is not counted as work", async () => {
    const { worker, send, batches } = world(() => null, { Enabled: false });
    worker.start();
    send("a");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([batches.length, worker.pending()]).toEqual([0, 0]);
  });

  test("stopping waits for the batch under way and takes no other", async () => {
    const { worker, send, batches, queues } = world(() => new Promise((resolve) => setTimeout(resolve, 30)), {
      BatchSize: 1,
    });
    worker.start();
    send("a");
    await until(() => batches.length === 1, "the function works");
    const stopped = worker.stop();
    send("b");
    await stopped;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(batches).toEqual([["a"]]);
    expect(queues.peek(main, 5).map(({ body }) => body)).toEqual(["b"]);
  });
});

describe("a mapping that takes reports of single failures", () => {
  test("gives back only what was reported", async () => {
    let tries = 0;
    const { worker, send, queues, quiet, pass, batches } = world((event) => {
      const bad = tries++ === 0 ? event.Records.filter(({ body }) => body === "bad") : [];
      return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }, partial);
    send("good", "bad", "fine");
    worker.start();
    await until(() => queues.size(main) === 1, "the good ones are gone");
    expect(queues.peek(main, 5)).toMatchObject([{ body: "bad" }]);
    pass(61 * SECOND);
    await quiet();
    expect(batches).toEqual([["good", "bad", "fine"], ["bad"]]);
  });

  test.each([
    ["no answer", undefined],
    ["null", null],
    ["an empty object", {}],
    ["an empty list", { batchItemFailures: [] }],
    ["null for the list", { batchItemFailures: null }],
  ])("takes %s for success", async (_, answer) => {
    const { worker, send, queues, quiet } = world(() => answer, partial);
    send("a", "b");
    worker.start();
    await quiet();
    expect(queues.size(main)).toBe(0);
  });

  test.each([
    ["text", "done"],
    ["a list that is none", { batchItemFailures: "all" }],
    ["an empty identifier", { batchItemFailures: [{ itemIdentifier: "" }] }],
    ["a null identifier", { batchItemFailures: [{ itemIdentifier: null }] }],
    ["a misspelt key", { batchItemFailures: [{ itemidentifier: "x" }] }],
    ["an id that was not in the batch", { batchItemFailures: [{ itemIdentifier: "nobody" }] }],
    ["a bare id", { batchItemFailures: ["x"] }],
  ])("takes %s for the failure of all", async (_, answer) => {
    const { worker, send, queues, batches } = world(() => answer, partial);
    send("a", "b");
    worker.start();
    await until(() => batches.length > 0 && queues.counts()[0]?.inFlight === 2, "both failed");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(queues.size(main)).toBe(2);
    expect(queues.peek(main, 2)[0]?.attributes.LastError).toMatch(/not a valid batch response/);
  });

  test("without the setting such an answer means nothing", async () => {
    const { worker, send, queues, quiet } = world(({ Records }) => ({
      batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
    }));
    send("a");
    worker.start();
    await quiet();
    expect(queues.size(main)).toBe(0);
  });
});

describe("a mapping with filters", () => {
  const filters = (...patterns: readonly object[]) => ({
    FilterCriteria: { Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) },
  });

  test("hands over what one of them matches and forgets the rest", async () => {
    const properties = filters({ body: { kind: ["a"] } }, { body: { size: [{ numeric: [">", 5] }] } });
    const { worker, send, quiet, seen, queues } = world(() => null, properties);
    worker.start();
    send('{"kind":"a"}', '{"kind":"b"}', '{"size":9}', "no JSON");
    await quiet();
    expect(seen()).toEqual(['{"kind":"a"}', '{"size":9}']);
    expect([queues.size(main), queues.size(dead)]).toEqual([0, 0]);
  });

  test("matches a plain body by its text", async () => {
    const { worker, send, quiet, seen } = world(() => null, filters({ body: ["hello"] }));
    worker.start();
    send("hello", "bye");
    await quiet();
    expect(seen()).toEqual(["hello"]);
  });
});

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
