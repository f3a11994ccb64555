import { memoryJournal } from "../../../infra/local/journal.ts";
import { createQueues, unsupportedQueues } from "../../../infra/local/queues.ts";
import { assemblyOf } from "./support/assembly.ts";
import { deadLetters, ground, queue, queueArn, until } from "./support/messaging.ts";

const SECOND = 1000;
const DAY = 86_400_000;
const main = queueArn("Main");
const dead = queueArn("Dead");
const other = queueArn("Other");

const open = (properties = {}, journal = memoryJournal()) => {
  const parts = ground(journal);
  const assembly = assemblyOf(
    queue("Main", { VisibilityTimeout: 30, ...deadLetters("Dead", 2), ...properties }),
    queue("Dead", { MessageRetentionPeriod: 14 * 86_400 }),
    queue("Other"),
  );
  const queues = createQueues(assembly, parts);
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const bodies = (arn = main, max = 10) => queues.receive(arn, max).map(({ body }) => body);
  const count = (arn = main) => queues.counts().find((each) => each.arn === arn);
  return { ...parts, queues, pass, bodies, count };
};

const restart = (before: ReturnType<typeof open>, properties = {}) => {
  before.queues.close();
  return open(properties, before.journal);
};

describe("a queue", () => {
  test("gives messages in the order they came, each to one receiver only", () => {
    const { queues, bodies } = open();
    for (const body of ["a", "b", "c"]) queues.send(main, body);
    expect([bodies(main, 2), bodies(main, 2), bodies(main, 2)]).toEqual([["a", "b"], ["c"], []]);
  });

  test("tells receivers what SQS tells: id, attributes, receive count, when it was sent", () => {
    const { queues, clock, pass } = open();
    const sentAt = clock.now();
    const id = queues.send(main, "a", { kind: "test" });
    pass(5 * SECOND);
    const [first] = queues.receive(main, 1);
    pass(31 * SECOND);
    const [second] = queues.receive(main, 1);
    expect(first).toMatchObject({
      messageId: id,
      body: "a",
      attributes: { kind: "test" },
      receives: 1,
      origin: undefined,
    });
    expect(second).toMatchObject({
      messageId: id,
      receives: 2,
      sentAt: first?.sentAt,
      firstReceivedAt: first?.firstReceivedAt,
    });
    expect(second?.receiptHandle).not.toBe(first?.receiptHandle);
    expect(first?.sentAt).toBeGreaterThanOrEqual(sentAt);
    expect((first?.firstReceivedAt ?? 0) - (first?.sentAt ?? 0)).toBeGreaterThanOrEqual(5 * SECOND);
  });

  test("shows a received message again when its visibility timeout is over, not before", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    expect(bodies()).toEqual(["a"]);
    pass(15 * SECOND);
    expect(bodies()).toEqual([]);
    pass(16 * SECOND);
    expect(bodies()).toEqual(["a"]);
  });

  test("never shows a deleted message again; a handle of an earlier receive deletes nothing", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    const [first] = queues.receive(main, 1);
    pass(31 * SECOND);
    const [second] = queues.receive(main, 1);
    queues.remove(main, [first?.receiptHandle ?? ""]);
    expect(queues.size(main)).toBe(1);
    queues.remove(main, [second?.receiptHandle ?? "", second?.receiptHandle ?? "", "nonsense"]);
    expect(queues.size(main)).toBe(0);
    pass(DAY);
    expect(bodies()).toEqual([]);
  });

  test("a message may be deleted by its latest handle even after its visibility timeout", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    const [message] = queues.receive(main, 1);
    pass(31 * SECOND);
    expect(queues.visible(main)).toBe(1);
    queues.remove(main, [message?.receiptHandle ?? ""]);
    expect(bodies()).toEqual([]);
  });

  test("changing the visibility of a message moves the time it shows again; zero shows it at once", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    const [message] = queues.receive(main, 1);
    queues.changeVisibility(main, message?.receiptHandle ?? "", 120);
    pass(100 * SECOND);
    expect(bodies()).toEqual([]);
    queues.changeVisibility(main, message?.receiptHandle ?? "", 0);
    expect(bodies()).toEqual(["a"]);
    expect(() => queues.changeVisibility(main, message?.receiptHandle ?? "", 5)).toThrow("not in flight");
  });

  test("a delayed message shows after the delay of its queue or of its own", () => {
    const { queues, pass, bodies } = open({ DelaySeconds: 10 });
    queues.send(main, "queue's delay");
    queues.send(main, "own delay", {}, { delaySeconds: 60 });
    queues.send(main, "no delay", {}, { delaySeconds: 0 });
    expect(bodies()).toEqual(["no delay"]);
    pass(11 * SECOND);
    expect(bodies()).toEqual(["queue's delay"]);
    pass(50 * SECOND);
    expect(bodies(main, 10)).toContain("own delay");
  });

  test("a message that was received as often as the redrive policy allows goes to the dead-letter queue instead", () => {
    const { queues, pass, bodies, messages } = open();
    const id = queues.send(main, "bad", { kind: "test" });
    for (const error of ["first error", "last error"]) {
      const [message] = queues.receive(main, 1);
      queues.fail(main, [message?.receiptHandle ?? ""], error);
      pass(31 * SECOND);
    }
    expect(bodies()).toEqual([]);
    expect(queues.size(main)).toBe(0);
    expect(queues.peek(dead, 5)).toEqual([
      {
        id,
        body: "bad",
        receives: 2,
        attributes: { kind: "test", DeadLetterQueueSourceArn: main, LastError: "last error" },
      },
    ]);
    expect(queues.receive(dead, 1)[0]).toMatchObject({
      origin: main,
      attributes: { kind: "test" },
      receives: 3,
    });
    expect(messages()).toEqual(["message moved to its dead-letter queue"]);
  });

  test("a failed message stays invisible for the rest of its visibility timeout", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    const [message] = queues.receive(main, 1);
    pass(20 * SECOND);
    queues.fail(main, [message?.receiptHandle ?? ""], "no");
    expect(bodies()).toEqual([]);
    pass(11 * SECOND);
    expect(bodies()).toEqual(["a"]);
  });

  test("redrive brings dead letters back to where they came from as new messages, and only those it can", () => {
    const { queues, pass, bodies } = open();
    const id = queues.send(main, "bad");
    queues.send(dead, "sent here directly");
    for (let receives = 0; receives < 2; receives++) {
      bodies();
      pass(31 * SECOND);
    }
    bodies();
    expect(queues.redrive(dead)).toBe(1);
    expect(queues.peek(dead, 5).map(({ body }) => body)).toEqual(["sent here directly"]);
    const [again] = queues.receive(main, 1);
    expect(again).toMatchObject({ body: "bad", receives: 1, origin: undefined });
    expect(again?.messageId).not.toBe(id);
  });

  test("a message is gone after its retention, counted and logged", () => {
    const { queues, pass, bodies, lines } = open({ MessageRetentionPeriod: 86_400 });
    queues.send(main, "old");
    pass(DAY / 2);
    queues.send(main, "young");
    pass(DAY / 2 + SECOND);
    expect(bodies()).toEqual(["young"]);
    expect(queues.expired()).toBe(1);
    expect(lines[0]).toMatchObject({
      level: "warn",
      message: "messages passed their retention and are gone",
    });
  });

  test("refuses a message above the limit, counting attributes and bytes rather than characters", () => {
    const { queues } = open({ MaximumMessageSize: 1024 });
    queues.send(main, "ü".repeat(512));
    expect(() => queues.send(main, "ü".repeat(513))).toThrow("shorter than 1024 bytes");
    expect(() => queues.send(main, "ü".repeat(512), { a: "b" })).toThrow("shorter than 1024 bytes");
    queues.send(other, "x".repeat(1_048_576));
    expect(() => queues.send(other, "x".repeat(1_048_577))).toThrow("shorter than 1048576 bytes");
    expect(queues.size(main)).toBe(1);
  });

  test("a queue that does not exist is refused by its SQS code", () => {
    const { queues } = open();
    expect(() => queues.send(queueArn("Nowhere"), "a")).toThrow(
      expect.objectContaining({ code: "AWS.SimpleQueueService.NonExistentQueue" }),
    );
  });

  test("takes no more bytes than asked for, but always one message", () => {
    const { queues } = open();
    for (const body of ["x".repeat(100), "y".repeat(100), "z"]) queues.send(main, body);
    expect(queues.receive(main, 10, { bytes: 150 })).toHaveLength(1);
    expect(queues.receive(main, 10, { bytes: 50 })).toHaveLength(1);
    expect(queues.receive(main, 10, { bytes: 50 })).toHaveLength(1);
  });

  test("counts tell visible, in flight and delayed messages apart and add up to its size", () => {
    const { queues, pass, count } = open();
    for (const body of ["a", "b", "c"]) queues.send(main, body);
    queues.send(main, "d", {}, { delaySeconds: 60 });
    const [received, failed] = queues.receive(main, 2);
    queues.fail(main, [failed?.receiptHandle ?? ""], "no");
    pass(5 * SECOND);
    expect(count()).toMatchObject({ name: "Main", visible: 1, inFlight: 2, delayed: 1 });
    expect(count()?.oldestAgeMs).toBeGreaterThanOrEqual(5 * SECOND);
    queues.remove(main, [received?.receiptHandle ?? ""]);
    pass(60 * SECOND);
    expect(count()).toMatchObject({ visible: 3, inFlight: 0, delayed: 0 });
    expect(queues.size(main)).toBe(3);
  });

  test("says when something becomes visible: on sending, on returning, on the end of a delay", () => {
    const { queues, pass } = open();
    let said = 0;
    const end = queues.onVisible(main, () => said++);
    queues.send(main, "a");
    expect(said).toBe(1);
    queues.receive(main, 1);
    queues.send(main, "b", {}, { delaySeconds: 60 });
    expect(said).toBe(1);
    pass(31 * SECOND);
    expect(said).toBe(2);
    pass(31 * SECOND);
    expect(said).toBe(3);
    end();
    queues.send(main, "c");
    expect(said).toBe(3);
  });
});

describe("retention", () => {
  test("a dead letter keeps the age it had, as in a standard queue of AWS", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "bad");
    for (let receives = 0; receives < 3; receives++) {
      bodies();
      pass(3 * DAY - (receives > 0 ? 2.9 * DAY : 0));
    }
    expect(queues.size(dead)).toBe(1);
    pass(12 * DAY);
    expect(queues.size(dead)).toBe(0);
    expect(queues.expired()).toBe(1);
  });
});

describe("a queue and a clock that is moved", () => {
  test("a jump does not take a message away from a function that works on it, real time does", async () => {
    const { queues, pass, bodies } = open({ VisibilityTimeout: 2 });
    queues.send(main, "a");
    queues.receive(main, 1, { working: true });
    pass(3 * DAY);
    expect(bodies()).toEqual([]);
    pass(-6 * DAY);
    await until(() => queues.visible(main) === 1, "real time has passed");
    expect(bodies()).toEqual(["a"]);
  });

  test("moved back, a message waits no longer than it had to wait anyway", () => {
    const { queues, pass, bodies } = open();
    queues.send(main, "a");
    queues.send(main, "later", {}, { delaySeconds: 600 });
    expect(bodies()).toEqual(["a"]);
    pass(-100 * DAY);
    pass(31 * SECOND);
    expect(bodies()).toEqual(["a"]);
    pass(570 * SECOND);
    expect(bodies()).toContain("later");
  });

  test("says when the next waiting message becomes visible", () => {
    const { queues, clock, bodies } = open();
    expect(queues.nextDue(main)).toBeUndefined();
    queues.send(main, "a");
    expect(queues.nextDue(main)).toBeUndefined();
    bodies();
    clock.moveTo(queues.nextDue(main) ?? 0);
    expect(bodies()).toEqual(["a"]);
  });
});

describe("a queue after a restart", () => {
  test("has its messages with attributes, receive counts, errors and origins, and has forgotten the deleted ones", () => {
    const before = open();
    before.queues.send(main, "deleted");
    before.queues.remove(
      main,
      before.queues.receive(main, 1).map(({ receiptHandle }) => receiptHandle),
    );
    const id = before.queues.send(main, "kept", { kind: "test" });
    const [message] = before.queues.receive(main, 1);
    before.queues.fail(main, [message?.receiptHandle ?? ""], "no");
    const after = restart(before);
    expect(after.queues.peek(main, 5)).toEqual([
      { id, body: "kept", receives: 1, attributes: { kind: "test", LastError: "no" } },
    ]);
    expect(after.bodies()).toEqual([]);
    after.pass(31 * SECOND);
    expect(after.queues.receive(main, 1)[0]).toMatchObject({ receives: 2 });
  });

  test("shows at once what a function was working on when everything died", () => {
    const before = open();
    before.queues.send(main, "a");
    before.queues.receive(main, 1, { working: true });
    expect(restart(before).queues.receive(main, 1)[0]).toMatchObject({ body: "a", receives: 2 });
  });

  test("a dead letter is in the dead-letter queue only", () => {
    const before = open();
    before.queues.send(main, "bad");
    for (let receives = 0; receives < 3; receives++) {
      before.bodies();
      before.pass(31 * SECOND);
    }
    const { queues } = restart(before);
    expect([queues.size(main), queues.size(dead)]).toEqual([0, 1]);
    expect(queues.redrive(dead)).toBe(1);
    expect([queues.size(main), queues.size(dead)]).toEqual([1, 0]);
  });

  test("waits no longer than a fresh wait would be, although the clock was years ahead", () => {
    const before = open();
    before.queues.send(main, "a");
    before.pass(1000 * DAY);
    before.queues.send(main, "b");
    before.bodies();
    const after = restart(before);
    after.pass(31 * SECOND);
    expect(after.bodies()).toEqual(["b"]);
  });

  test("keeps messages of a queue that the template lost, says so, and gives them back when it returns", () => {
    const before = open();
    before.queues.send(other, "orphan");
    before.queues.close();
    const without = ground(before.journal);
    createQueues(assemblyOf(queue("Main")), without).close();
    expect(without.messages()).toEqual(["stored messages belong to queues that the template no longer has"]);
    expect(open({}, before.journal).bodies(other)).toEqual(["orphan"]);
  });

  test("the journal stays small while messages come and go, and what lives survives its tidying", () => {
    const before = open();
    const { queues, journal } = before;
    const body = "x".repeat(50_000);
    queues.send(other, "received once");
    queues.receive(other, 1, { working: true });
    for (let n = 0; n < 1000; n++) {
      queues.send(main, body);
      queues.remove(
        main,
        queues.receive(main, 1).map(({ receiptHandle }) => receiptHandle),
      );
    }
    queues.send(main, "last");
    const stored = journal.read("queues");
    expect(stored.length).toBeLessThan(600);
    expect(JSON.stringify(stored).length).toBeLessThan(10_000_000);
    const after = restart(before);
    expect(after.bodies()).toEqual(["last"]);
    expect(after.queues.receive(other, 1)[0]).toMatchObject({ body: "received once", receives: 2 });
  });
});

describe("many messages", () => {
  // Two seconds where each operation costs O(log n); with O(n) the time limit of this test is far too short.
  test("a hundred thousand are sent, received, failed, received again and deleted", () => {
    const { queues, pass } = open({ RedrivePolicy: undefined });
    const number = 100_000;
    for (let n = 0; n < number; n++) queues.send(main, `{"n":${n}}`);
    let received = 0;
    for (let batch = queues.receive(main, 10); batch.length > 0; batch = queues.receive(main, 10)) {
      received += batch.length;
      if (received % 3 === 0)
        queues.fail(
          main,
          batch.map(({ receiptHandle }) => receiptHandle),
          "no",
        );
      else
        queues.remove(
          main,
          batch.map(({ receiptHandle }) => receiptHandle),
        );
    }
    expect(received).toBe(number);
    pass(31 * SECOND);
    for (let batch = queues.receive(main, 10); batch.length > 0; batch = queues.receive(main, 10))
      queues.remove(
        main,
        batch.map(({ receiptHandle }) => receiptHandle),
      );
    expect(queues.size(main)).toBe(0);
  }, 60_000);
});

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
