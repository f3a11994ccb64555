import { DAY, main, open, SECOND } from "../support/queues-world.ts";

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
});
