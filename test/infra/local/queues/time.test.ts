import { createQueues } from "../../../../infra/local/queues.ts";
import { assemblyOf } from "../support/assembly.ts";
import { ground, queue, until } from "../support/messaging.ts";
import { DAY, dead, main, open, other, restart, SECOND } from "../support/queues-world.ts";

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

describe("a queue that is looked at just when something comes due", () => {
  test("tells its reader nevertheless", async () => {
    const { queues, clock } = open();
    queues.send(main, "a", {}, { delaySeconds: 0.02 });
    let said = 0;
    queues.onVisible(main, () => said++);
    const due = queues.nextDue(main) ?? 0;
    // No timer rings meanwhile.
    while (clock.now() < due);
    expect(queues.visible(main)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(said).toBe(1);
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

  test("has lost nothing although its clock was ten years behind, and goes on counting the age from there", () => {
    const before = open();
    before.pass(-3650 * DAY);
    before.queues.send(main, "sent long ago");
    before.queues.send(dead, "dead long ago");
    before.pass(3 * DAY);
    before.queues.send(main, "last");
    const after = restart(before);
    expect([after.queues.size(main), after.queues.size(dead), after.queues.expired()]).toEqual([2, 1, 0]);
    after.pass(2 * DAY);
    expect(after.bodies()).toEqual(["last"]);
    expect(after.queues.expired()).toBe(1);
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
