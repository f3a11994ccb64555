import type { BusEvent } from "../../../../infra/local/parts.ts";
import { event, MINUTE, rule, ruleNamed, target, things, world } from "../support/bus-world.ts";
import {
  allow,
  type Described,
  functionArn,
  lambda,
  mayInvoke,
  queueArn,
  until,
} from "../support/messaging.ts";

describe("a function as a target", () => {
  const toFunction = (...others: readonly Described[]) => [
    rule("Rule", { Targets: [target(functionArn("Worker"))] }),
    mayInvoke("Worker", ruleNamed("Rule")),
    ...others,
  ];
  const failing = () => {
    throw new Error("broken");
  };

  test("gets the event, and it counts as pending until the function has answered", async () => {
    const seen: unknown[] = [];
    let finish = () => {};
    const handler = (got: unknown) => {
      seen.push(got);
      return new Promise<void>((resolve) => (finish = resolve));
    };
    const { bus } = world(toFunction(...lambda("Worker")), { Worker: handler });
    bus.start();
    bus.put(things, event());
    expect(bus.pending()).toBe(1);
    await until(() => seen.length === 1, "the function runs");
    expect(bus.pending()).toBe(1);
    finish();
    await until(() => bus.pending() === 0, "it is done");
    expect(seen).toEqual([event()]);
  });

  test("is tried three times, one and two minutes apart, then the event goes to both its dead-letter queue and destination", async () => {
    const statements = [
      allow("sqs:SendMessage", queueArn("Dead")),
      allow("sqs:SendMessage", queueArn("Main")),
    ];
    let tries = 0;
    const { bus, queues, clock, settled } = world(
      toFunction(...lambda("Worker", statements, { DeadLetterConfig: { TargetArn: queueArn("Dead") } }), {
        type: "AWS::Lambda::EventInvokeConfig",
        logicalId: "Config",
        properties: {
          FunctionName: "Worker",
          Qualifier: "$LATEST",
          DestinationConfig: { OnFailure: { Destination: queueArn("Main") } },
        },
      }),
      {
        Worker: () => {
          tries++;
          failing();
        },
      },
    );
    bus.start();
    let failedAfter = clock.now();
    bus.put(things, event());
    for (const [round, pause] of [MINUTE, 2 * MINUTE].entries()) {
      await until(() => tries === round + 1, "a try");
      await settled();
      const due = bus.nextDue() ?? 0;
      expect(due).toBeGreaterThanOrEqual(failedAfter + pause);
      expect(due).toBeLessThanOrEqual(clock.now() + pause);
      failedAfter = due;
      clock.moveTo(due);
    }
    await until(() => bus.pending() === 0, "it is given up");
    expect(tries).toBe(3);
    const [letter] = queues.peek(queueArn("Dead"), 1);
    expect(JSON.parse(letter?.body ?? "")).toEqual(event());
    expect(letter?.attributes).toMatchObject({
      ErrorCode: "200",
      ErrorMessage: "broken",
      RequestID: expect.any(String),
    });
    expect(JSON.parse(queues.peek(queueArn("Main"), 1)[0]?.body ?? "")).toMatchObject({
      version: "1.0",
      requestContext: {
        functionArn: `${functionArn("Worker")}:$LATEST`,
        condition: "RetriesExhausted",
        approximateInvokeCount: 3,
      },
      requestPayload: event(),
      responseContext: { statusCode: 200, functionError: "Unhandled" },
      responsePayload: { errorMessage: "broken", errorType: "Error" },
    });
  });

  test("loses an event with an error in the log when nothing keeps failed events", async () => {
    const config = {
      type: "AWS::Lambda::EventInvokeConfig",
      logicalId: "Config",
      properties: { FunctionName: "Worker", Qualifier: "$LATEST", MaximumRetryAttempts: 0 },
    };
    const { bus, lines } = world(toFunction(...lambda("Worker"), config), { Worker: failing });
    bus.start();
    bus.put(things, event());
    await until(() => bus.pending() === 0, "it is given up");
    expect(lines.at(-1)).toMatchObject({
      level: "error",
      message: "event is lost: the function failed and keeps no failed events",
    });
  });

  test("gets after a restart what it had not answered, and a try cut short by the shutdown does not count", async () => {
    const config = {
      type: "AWS::Lambda::EventInvokeConfig",
      logicalId: "Config",
      properties: { FunctionName: "Worker", Qualifier: "$LATEST", MaximumRetryAttempts: 0 },
    };
    const described = toFunction(...lambda("Worker"), config);
    const kills: (() => void)[] = [];
    const before = world(described, {
      Worker: () => new Promise((_, reject) => kills.push(() => reject(new Error("killed")))),
    });
    before.bus.start();
    before.bus.put(things, event());
    before.bus.put(things, event({ id: "second" }));
    await until(() => kills.length === 2, "both run");
    const stopped = before.bus.stop();
    for (const kill of kills) kill();
    await stopped;
    const seen: unknown[] = [];
    const after = world(described, { Worker: (got) => void seen.push((got as BusEvent).id) }, before.journal);
    after.bus.start();
    await until(() => after.bus.pending() === 0, "all are done");
    expect(seen.sort()).toEqual([event().id, "second"].sort());
  });

  test("an event for which the permission is missing is not run", () => {
    const { bus, lines } = world(
      [rule("Rule", { Targets: [target(functionArn("Worker"))] }), ...lambda("Worker")],
      { Worker: failing },
    );
    bus.put(things, event());
    expect(bus.pending()).toBe(0);
    expect(lines[0]).toMatchObject({ level: "error", fields: { code: "NO_PERMISSIONS" } });
  });
});
