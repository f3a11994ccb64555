import { createAuthority } from "../../../infra/local/authority.ts";
import { createBus, deniedTargets, unsupportedRules } from "../../../infra/local/bus.ts";
import { compilePattern } from "../../../infra/local/event-pattern.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import type { BusEvent } from "../../../infra/local/parts.ts";
import { createQueues } from "../../../infra/local/queues.ts";
import { account, assemblyOf, roleArn, roleWith } from "./support/assembly.ts";
import {
  allow,
  busArn,
  type Described,
  functionArn,
  functionsOf,
  ground,
  type Handler,
  type Json,
  lambda,
  mayInvoke,
  maySend,
  queue,
  queueArn,
  ruleArn,
  until,
} from "./support/messaging.ts";

const things = busArn("Things");
const MINUTE = 60_000;

const event = (changes: Partial<BusEvent> = {}): BusEvent => ({
  version: "0",
  id: "11111111-2222-3333-4444-555555555555",
  "detail-type": "ThingMade.v1",
  source: "test.things",
  account,
  time: "2026-01-01T00:00:00Z",
  region: "eu-west-1",
  resources: [],
  detail: { name: "x" },
  ...changes,
});

const rule = (name: string, properties: Json): Described => ({
  type: "AWS::Events::Rule",
  logicalId: name,
  arn: ruleArn(name, "Things"),
  properties: {
    EventBusName: "Things",
    State: "ENABLED",
    EventPattern: { source: ["test.things"] },
    ...properties,
  },
});
const bus = (name: string, properties: Json = {}): Described => ({
  type: "AWS::Events::EventBus",
  logicalId: name,
  arn: busArn(name),
  properties: { Name: name, ...properties },
});
const target = (arn: string, more: Json = {}) => ({ Id: "Target0", Arn: arn, ...more });
const toDead = { DeadLetterConfig: { Arn: queueArn("Dead") } };
const from = (name: string) => ruleArn(name, "Things");

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const world = (
  described: readonly Described[],
  handlers: Readonly<Record<string, Handler>> = {},
  journal = memoryJournal(),
) => {
  const parts = ground(journal);
  const assembly = assemblyOf(bus("Things"), queue("Main"), queue("Dead"), ...described);
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  /** A queue can be made to be out of order: the seam at which a fault layer sits. */
  const trouble = { sending: false };
  const send: typeof queues.send = (arn, ...rest) => {
    if (trouble.sending && arn === queueArn("Main")) throw new Error("out of order");
    return queues.send(arn, ...rest);
  };
  const functions = functionsOf(handlers);
  const eventBus = createBus(assembly, { ...parts, queues: { send }, functions, authority, compilePattern });
  stops.push(async () => {
    await eventBus.stop();
    queues.close();
  });
  const bodies = (name: string) => queues.peek(queueArn(name), 50).map(({ body }) => JSON.parse(body));
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const settled = async () => {
    await until(
      () => (eventBus.nextDue() ?? Number.POSITIVE_INFINITY) > parts.clock.now(),
      "what is due has run",
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { ...parts, assembly, authority, queues, bus: eventBus, bodies, pass, trouble, settled };
};

const toMain = (properties: Json = {}, more: Json = {}) => [
  rule("Rule", { Targets: [target(queueArn("Main"), more)], ...properties }),
  maySend("Main", from("Rule")),
  maySend("Dead", from("Rule")),
];

describe("an event bus", () => {
  test("has sent an event to the queues of every rule that matches when put returns", () => {
    const { bus, bodies } = world([
      ...toMain({ EventPattern: { "detail-type": ["ThingMade.v1"], detail: { name: ["x"] } } }),
      rule("Second", { Targets: [target(queueArn("Dead"))] }),
      maySend("Dead", from("Second")),
      rule("OtherDetail", { EventPattern: { detail: { name: ["y"] } }, Targets: [target(queueArn("Main"))] }),
      rule("OtherSource", { EventPattern: { source: ["else"] }, Targets: [target(queueArn("Main"))] }),
    ]);
    bus.put(things, event());
    expect(bodies("Main")).toEqual([event()]);
    expect(bodies("Dead")).toEqual([event()]);
    expect(bus.pending()).toBe(0);
  });

  test.each([
    ["a rule that is switched off", { State: "DISABLED" }, things],
    ["a rule of another bus", { EventBusName: "default" }, things],
    ["an event on another bus", {}, busArn("default")],
  ])("does nothing for %s", (_, properties, put) => {
    const { bus, queues } = world(toMain(properties));
    bus.put(put, event());
    expect(queues.size(queueArn("Main"))).toBe(0);
  });

  test("finds rules by every way of naming source and detail-type, each once", () => {
    const patterns: readonly Json[] = [
      { source: ["test.things"] },
      { source: ["else", "test.things", "test.things"], "detail-type": ["ThingMade.v1", "Other"] },
      { source: [{ prefix: "test." }] },
      { "detail-type": [{ suffix: ".v1" }, "ThingMade.v1"] },
      { detail: { name: [{ exists: true }] } },
      { $or: [{ source: ["test.things"] }, { "detail-type": ["None"] }] },
      { source: ["*"] },
      { source: ["else"], "detail-type": ["ThingMade.v1"] },
    ];
    const { bus, bodies } = world(
      patterns.flatMap((EventPattern, index) => [
        rule(`Rule${index}`, { EventPattern, Targets: [target(queueArn("Main"), { Input: String(index) })] }),
        maySend("Main", from(`Rule${index}`)),
      ]),
    );
    bus.put(things, event());
    expect(bodies("Main").sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test.each([
    ["a constant", { Input: '{"a":1}' }, { a: 1 }],
    ["a part of the event", { InputPath: "$.detail.name" }, "x"],
    ["the whole event by path", { InputPath: "$" }, event()],
    ["a part that is missing", { InputPath: "$.detail.nothing.at.all" }, null],
  ])("gives a target %s when asked to", (_, more, expected) => {
    const { bus, bodies } = world(toMain({}, more));
    bus.put(things, event());
    expect(bodies("Main")).toEqual([expected]);
  });

  test("a bus that does not exist is refused by its EventBridge code", () => {
    const { bus } = world([]);
    expect(() => bus.put(busArn("Nowhere"), event())).toThrow(
      expect.objectContaining({ code: "ResourceNotFoundException" }),
    );
  });

  test("remembers the last two hundred events without their content", () => {
    const { bus } = world(toMain());
    for (let n = 0; n < 250; n++) bus.put(things, event({ id: `id ${n}` }));
    bus.put(busArn("default"), event({ id: "last" }));
    const recent = bus.recent();
    expect(recent).toHaveLength(200);
    expect(recent[0]).toEqual({
      time: event().time,
      bus: "Things",
      source: "test.things",
      type: "ThingMade.v1",
      id: "id 51",
      targets: 1,
    });
    expect(recent.at(-1)).toMatchObject({ bus: "default", id: "last", targets: 0 });
  });

  test("passes events on to another bus with the role of the target", () => {
    const { bus, bodies } = world([
      bus2(),
      rule("Pass", { Targets: [target(busArn("Second"), { RoleArn: roleArn("Passer") })] }),
      roleWith("Passer", allow("events:PutEvents", busArn("Second"))),
      { ...rule("Rule", { EventBusName: busArn("Second"), Targets: [target(queueArn("Main"))] }) },
      maySend("Main", from("Rule")),
    ]);
    bus.put(things, event());
    expect(bodies("Main")).toEqual([event()]);
  });

  test("buses that feed each other end in the dead-letter queue instead of never", () => {
    const { bus, bodies, queues } = world([
      rule("Circle", { Targets: [target(things, { RoleArn: roleArn("Passer"), ...toDead })] }),
      roleWith("Passer", allow("events:PutEvents", things)),
      maySend("Dead", from("Circle")),
    ]);
    bus.put(things, event());
    expect(bodies("Dead")).toEqual([event()]);
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes).toMatchObject({
      ERROR_MESSAGE: expect.stringContaining("too many buses"),
    });
    expect(bus.pending()).toBe(0);
  });
});

const bus2 = () => bus("Second");

describe("a target that may not be reached", () => {
  const denied = (more: Json, ...others: readonly Described[]) =>
    world([
      rule("Rule", { Targets: [target(queueArn("Main"), more)] }),
      maySend("Main", from("AnotherRule")),
      ...others,
    ]);

  test("sends the event to the dead-letter queue at once, with the reasons that AWS writes", () => {
    const { bus, queues } = denied(toDead, maySend("Dead", from("Rule")));
    bus.put(things, event());
    expect(queues.size(queueArn("Main"))).toBe(0);
    const [letter] = queues.peek(queueArn("Dead"), 5);
    expect(JSON.parse(letter?.body ?? "")).toEqual(event());
    expect(letter?.attributes).toEqual({
      RULE_ARN: from("Rule"),
      TARGET_ARN: queueArn("Main"),
      ERROR_CODE: "NO_PERMISSIONS",
      ERROR_MESSAGE: expect.stringContaining("sqs:SendMessage"),
      RETRY_ATTEMPTS: "0",
    });
    expect(bus.pending()).toBe(0);
  });

  test.each([
    [
      "there is no dead-letter queue",
      {},
      "event is lost: not delivered, and its rule has no dead-letter queue",
    ],
    [
      "the dead-letter queue may not be reached either",
      toDead,
      "event is lost: its rule may not send to its dead-letter queue",
    ],
  ])("loses the event with an error in the log when %s", (_, more, message) => {
    const { bus, lines } = denied(more);
    bus.put(things, event());
    expect(lines).toMatchObject([
      { level: "error", message, fields: { rule: from("Rule"), event: event().id } },
    ]);
  });

  test("a role that is named but may not is no way around", () => {
    const { bus, queues } = denied(
      { RoleArn: roleArn("Weak"), ...toDead },
      roleWith("Weak"),
      maySend("Dead", from("Rule")),
    );
    bus.put(things, event());
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes.ERROR_CODE).toBe("NO_PERMISSIONS");
  });

  test("is named before anything runs", () => {
    const { assembly, authority } = denied(toDead);
    const found = deniedTargets(assembly, authority).join("\n");
    expect(found).toContain(queueArn("Main"));
    expect(found).toContain(queueArn("Dead"));
    const good = world(toMain({}, toDead));
    expect(deniedTargets(good.assembly, good.authority)).toEqual([]);
  });
});

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
      maySend("Small", from("Rule")),
      maySend("Dead", from("Rule")),
    ]);
    bus.put(things, event({ detail: { text: "x".repeat(2000) } }));
    expect(bus.pending()).toBe(0);
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes).toMatchObject({
      ERROR_CODE: "INVALID_PARAMETER",
    });
  });
});

describe("a function as a target", () => {
  const toFunction = (...others: readonly Described[]) => [
    rule("Rule", { Targets: [target(functionArn("Worker"))] }),
    mayInvoke("Worker", from("Rule")),
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

describe("the check of buses and rules", () => {
  const problems = (properties: Json, ...others: readonly Described[]) =>
    unsupportedRules(
      assemblyOf(
        bus("Things"),
        queue("Main"),
        queue("Dead"),
        ...lambda("Worker"),
        rule("Rule", properties),
        ...others,
      ),
    ).join("\n");

  test("finds nothing wrong with what CDK writes", () => {
    const first = target(queueArn("Main"), {
      ...toDead,
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
    });
    expect(problems({ Targets: [first, { ...target(functionArn("Worker")), Id: "Target1" }] })).toBe("");
    expect(
      problems({ EventBusName: undefined, EventPattern: undefined, ScheduleExpression: "rate(1 day)" }),
    ).toBe("");
  });

  test.each<[string, Json, string]>([
    ["an unknown property", { RoleArn: "x" }, "RoleArn is not supported"],
    [
      "an input transformer",
      { Targets: [target(queueArn("Main"), { InputTransformer: {} })] },
      "InputTransformer is not supported",
    ],
    [
      "a FIFO target",
      { Targets: [target(queueArn("Main"), { SqsParameters: {} })] },
      "SqsParameters is not supported",
    ],
    [
      "another kind of target",
      { Targets: [target("arn:aws:sns:eu-west-1:1:topic")] },
      "is not supported locally",
    ],
    ["a queue that is not there", { Targets: [target(queueArn("Nowhere"))] }, "is not in the template"],
    [
      "a dead-letter queue that is not there",
      { Targets: [target(queueArn("Main"), { DeadLetterConfig: { Arn: queueArn("No") } })] },
      "dead-letter queue",
    ],
    [
      "an input that is no JSON",
      { Targets: [target(queueArn("Main"), { Input: "{" })] },
      "Input is not JSON",
    ],
    [
      "a path beyond the plain ones",
      { Targets: [target(queueArn("Main"), { InputPath: "$.a[0]" })] },
      "only plain InputPaths",
    ],
    [
      "too many retries",
      { Targets: [target(queueArn("Main"), { RetryPolicy: { MaximumRetryAttempts: 186 } })] },
      "from 0 to 185",
    ],
    [
      "six targets",
      { Targets: Array.from({ length: 6 }, () => target(queueArn("Main"))) },
      "5 targets per rule",
    ],
    ["a pattern that AWS refuses", { EventPattern: { source: "text" } }, "event pattern"],
    ["neither pattern nor schedule", { EventPattern: undefined }, "neither pattern nor schedule"],
    ["a schedule on a bus of one's own", { ScheduleExpression: "rate(1 day)" }, "default bus only"],
    ["a bus that is not there", { EventBusName: "Nowhere" }, "its bus Nowhere is not in the template"],
  ])("names %s", (_, properties, reason) => {
    expect(problems(properties)).toContain(reason);
  });

  test("names what it does not know about a bus", () => {
    expect(problems({}, bus("Second", { KmsKeyIdentifier: "x" }))).toContain(
      "KmsKeyIdentifier is not supported",
    );
  });
});
