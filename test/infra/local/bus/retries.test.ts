import {
  event,
  MINUTE,
  rule,
  ruleNamed,
  target,
  things,
  toDead,
  toMain,
  world,
} from "../support/bus-world.ts";
import { maySend, queue, queueArn, until } from "../support/messaging.ts";

describe("a target that is out of order", () => {
  test("gets its event when it is back, after pauses that grow with the virtual clock", async () => {
    const { bus, bodies, pass, trouble, clock, settled } = world(toMain());
    trouble.sending = true;
    bus.start();
    let failedAfter = clock.now();
    bus.put(things, event());
    for (const pause of [1000, 2000, 4000, 8000]) {
      const due = bus.nextDue() ?? 0;
      expect(due).toBeGreaterThanOrEqual(failedAfter + pause);
      expect(due).toBeLessThanOrEqual(clock.now() + pause);
      expect(bus.pending()).toBe(1);
      failedAfter = due;
      clock.moveTo(due);
      await settled();
    }
    trouble.sending = false;
    pass(20_000);
    await until(() => bus.pending() === 0, "it is delivered");
    expect(bodies("Main")).toEqual([event()]);
  });

  test.each([
    ["retries", { MaximumRetryAttempts: 2 }, "MaximumRetryAttempts", "2"],
    ["time", { MaximumEventAgeInSeconds: 60 }, "MaximumEventAgeInSeconds", "5"],
    ["patience for any retry", { MaximumRetryAttempts: 0 }, "MaximumRetryAttempts", "0"],
  ])(
    "the event goes to the dead-letter queue when %s run out",
    async (_, RetryPolicy, condition, attempts) => {
      const { bus, queues, trouble, clock, settled } = world(toMain({}, { RetryPolicy, ...toDead }));
      trouble.sending = true;
      bus.start();
      bus.put(things, event());
      for (let due = bus.nextDue(); due !== undefined; due = bus.nextDue()) {
        clock.moveTo(due);
        await settled();
      }
      expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes).toMatchObject({
        ERROR_CODE: "ERROR_FROM_TARGET",
        ERROR_MESSAGE: "out of order",
        EXHAUSTED_RETRY_CONDITION: condition,
        RETRY_ATTEMPTS: attempts,
      });
    },
  );

  test("its events survive a restart", async () => {
    const before = world(toMain());
    before.trouble.sending = true;
    before.bus.put(things, event());
    await before.bus.stop();
    const after = world(toMain(), {}, before.journal);
    expect(after.bus.pending()).toBe(1);
    after.bus.start();
    after.pass(MINUTE);
    await until(() => after.bus.pending() === 0, "it is delivered");
    expect(after.bodies("Main")).toEqual([event()]);
  });

  test("an event that its queue refuses for good is not tried again", () => {
    const { bus, queues } = world([
      { ...queue("Small", { MaximumMessageSize: 1024 }) },
      rule("Rule", { Targets: [target(queueArn("Small"), toDead)] }),
      maySend("Small", ruleNamed("Rule")),
      maySend("Dead", ruleNamed("Rule")),
    ]);
    bus.put(things, event({ detail: { text: "x".repeat(2000) } }));
    expect(bus.pending()).toBe(0);
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes).toMatchObject({
      ERROR_CODE: "INVALID_PARAMETER",
    });
  });
});
