import { sqsRecord } from "../../../../infra/local/queues/sqs-event.ts";
import { dead, main, SECOND, type SqsEvent, world } from "../support/mapping-world.ts";
import { until } from "../support/messaging.ts";
import { referenceData } from "../support/reference-data.ts";

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
