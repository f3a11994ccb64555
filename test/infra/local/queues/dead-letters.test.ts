import { queueArn } from "../support/messaging.ts";
import { DAY, dead, main, open, other, SECOND } from "../support/queues-world.ts";

describe("a queue with a redrive policy and limits", () => {
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
