import { createAuthority } from "../../../infra/local/authority.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import { createQueues } from "../../../infra/local/queues.ts";
import { createScheduler, deniedSchedules, unsupportedSchedules } from "../../../infra/local/scheduler.ts";
import { account, arnOf, assemblyOf, roleArn, roleWith } from "./support/assembly.ts";
import {
  allow,
  type Described,
  functionArn,
  functionsOf,
  ground,
  type Handler,
  type Json,
  lambda,
  mayInvoke,
  queue,
  queueArn,
  ruleArn,
  until,
} from "./support/messaging.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const noon = Date.parse("2027-03-10T12:00:00Z");
const seconds = (epochMs: number) => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

const scheduleArn = arnOf("scheduler", "schedule/default/Tick");
const schedule = (properties: Json = {}, targetProperties: Json = {}): Described => ({
  type: "AWS::Scheduler::Schedule",
  logicalId: "Tick",
  ref: "Tick",
  arn: scheduleArn,
  properties: {
    Name: "Tick",
    ScheduleExpression: "rate(5 minutes)",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: functionArn("Timer"),
      RoleArn: roleArn("Scheduler"),
      Input: '{"at":"<aws.scheduler.scheduled-time>"}',
      ...targetProperties,
    },
    ...properties,
  },
});
const allowed = roleWith(
  "Scheduler",
  allow("lambda:InvokeFunction", functionArn("Timer")),
  allow("sqs:SendMessage", queueArn("Dead")),
);
const timerRule: Described = {
  type: "AWS::Events::Rule",
  logicalId: "Rule",
  arn: ruleArn("Rule"),
  properties: {
    ScheduleExpression: "cron(0 * * * ? *)",
    Targets: [{ Id: "Target0", Arn: functionArn("Timer") }],
  },
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const world = (
  described: readonly Described[],
  { journal = memoryJournal(), at = noon + 1000, handler = undefined as Handler | undefined } = {},
) => {
  const parts = ground(journal);
  const seen: unknown[] = [];
  const assembly = assemblyOf(queue("Dead"), ...lambda("Timer"), ...described);
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  const functions = functionsOf({
    Timer: (event) => {
      seen.push(event);
      return handler?.(event);
    },
  });
  parts.clock.moveTo(at);
  const scheduler = createScheduler(assembly, { ...parts, queues, authority, functions });
  stops.push(async () => {
    await scheduler.stop();
    queues.close();
  });
  const jumpTo = async (epochMs: number) => {
    parts.clock.moveTo(epochMs);
    await until(() => scheduler.pending() === 0, "nothing is pending");
  };
  const next = () => scheduler.list()[0]?.nextFire;
  return { ...parts, assembly, authority, queues, scheduler, seen, jumpTo, next };
};

describe("a schedule", () => {
  test("fires at its time with its input, in which the keywords are replaced", async () => {
    const Input =
      '{"arn":"<aws.scheduler.schedule-arn>","at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>","try":<aws.scheduler.attempt-number>}';
    const { scheduler, seen, jumpTo } = world([schedule({}, { Input }), allowed]);
    scheduler.start();
    expect(seen).toEqual([]);
    await jumpTo(noon + 5 * MINUTE);
    expect(seen).toEqual([
      { arn: scheduleArn, at: seconds(noon + 5 * MINUTE), id: expect.stringMatching(/^[\w-]{16,}$/), try: 1 },
    ]);
  });

  test("fires once per jump however many times have passed, with the time it is, and then goes on", async () => {
    const { scheduler, seen, jumpTo, next } = world([schedule(), allowed]);
    scheduler.start();
    await jumpTo(noon + 30 * DAY + 2 * MINUTE);
    expect(seen).toEqual([{ at: seconds(noon + 30 * DAY + 2 * MINUTE) }]);
    expect(next()).toBe(noon + 30 * DAY + 5 * MINUTE);
    await jumpTo(noon + 30 * DAY + 5 * MINUTE);
    expect(seen).toHaveLength(2);
    await jumpTo(noon + 30 * DAY + 6 * MINUTE);
    expect(seen).toHaveLength(2);
  });

  test("is pending from the moment the clock has passed it until its function has answered", async () => {
    let finish = () => {};
    const { scheduler, seen, clock } = world([schedule(), allowed], {
      handler: () => new Promise<void>((resolve) => (finish = resolve)),
    });
    scheduler.start();
    expect(scheduler.pending()).toBe(0);
    clock.moveTo(noon + 5 * MINUTE);
    expect(scheduler.pending()).toBe(1);
    await until(() => seen.length === 1, "the function runs");
    expect(scheduler.pending()).toBe(1);
    finish();
    await until(() => scheduler.pending() === 0, "it is done");
  });

  test("fires by itself when nobody moves the clock", async () => {
    const { scheduler, seen } = world([schedule(), allowed], { at: noon + 5 * MINUTE - 30 });
    scheduler.start();
    await until(() => seen.length === 1, "it fires");
    expect(seen).toEqual([{ at: seconds(noon + 5 * MINUTE) }]);
  });

  test("fires again in the old time after the clock was moved back", async () => {
    const { scheduler, seen, jumpTo, next } = world([schedule(), allowed]);
    scheduler.start();
    await jumpTo(noon + 300 * DAY);
    await jumpTo(noon + 1000);
    expect([seen.length, next()]).toEqual([1, noon + 5 * MINUTE]);
    await jumpTo(noon + 5 * MINUTE);
    expect(seen).toHaveLength(2);
  });

  test.each([
    ["before it starts", { StartDate: "2027-03-20T00:00:00Z" }, noon + DAY, 0],
    ["after it has started", { StartDate: "2027-03-11T00:00:00Z" }, noon + DAY, 1],
    ["before it ends", { EndDate: "2027-03-11T00:00:00Z" }, noon + HOUR, 1],
    ["when it ended before it would fire", { EndDate: "2027-03-10T12:03:00Z" }, noon + DAY, 0],
    ["when it is switched off", { State: "DISABLED" }, noon + DAY, 0],
  ])("%s fires as often as it should", async (_, properties, to, times) => {
    const { scheduler, seen, jumpTo } = world([schedule(properties), allowed]);
    scheduler.start();
    await jumpTo(to);
    expect(seen).toHaveLength(times);
  });

  test("keeps to its time zone", async () => {
    const properties = {
      ScheduleExpression: "cron(0 9 * * ? *)",
      ScheduleExpressionTimezone: "America/New_York",
    };
    const { scheduler, next } = world([schedule(properties), allowed]);
    scheduler.start();
    expect(new Date(next() ?? 0).toISOString()).toBe("2027-03-10T14:00:00.000Z");
  });

  test("of one time only fires once, then never again", async () => {
    const { scheduler, seen, jumpTo, next, journal } = world([
      schedule({ ScheduleExpression: "at(2027-03-10T15:00:00)" }),
      allowed,
    ]);
    scheduler.start();
    await jumpTo(noon + DAY);
    expect([seen.length, next()]).toEqual([1, undefined]);
    const again = world([schedule({ ScheduleExpression: "at(2027-03-10T15:00:00)" }), allowed], {
      journal,
      at: noon + 2 * DAY,
    });
    again.scheduler.start();
    await again.jumpTo(noon + 3 * DAY);
    expect(again.seen).toEqual([]);
  });

  test("whose role may not invoke the function goes to the dead-letter queue", async () => {
    const described = [
      schedule({}, { DeadLetterConfig: { Arn: queueArn("Dead") } }),
      roleWith("Scheduler", allow("sqs:SendMessage", queueArn("Dead"))),
    ];
    const { scheduler, seen, jumpTo, queues, assembly, authority } = world(described);
    scheduler.start();
    await jumpTo(noon + 5 * MINUTE);
    expect(seen).toEqual([]);
    const [letter] = queues.peek(queueArn("Dead"), 5);
    expect(JSON.parse(letter?.body ?? "")).toEqual({ at: seconds(noon + 5 * MINUTE) });
    expect(letter?.attributes).toMatchObject({
      ERROR_CODE: "AccessDeniedException",
      ERROR_MESSAGE: expect.stringContaining("lambda:InvokeFunction"),
      SCHEDULE_ARN: scheduleArn,
      SCHEDULED_TIME: seconds(noon + 5 * MINUTE),
      TARGET_ARN: functionArn("Timer"),
    });
    expect(deniedSchedules(assembly, authority).join()).toContain("lambda:InvokeFunction");
  });

  test("whose role may do nothing at all says so in the log as an error", async () => {
    const { scheduler, jumpTo, lines } = world([
      schedule({}, { DeadLetterConfig: { Arn: queueArn("Dead") } }),
      roleWith("Scheduler"),
    ]);
    scheduler.start();
    await jumpTo(noon + 5 * MINUTE);
    expect(lines.at(-1)).toMatchObject({ level: "error", fields: { schedule: "Tick" } });
  });
});

describe("a schedule and a restart", () => {
  test("what fell due while the cloud was switched off fires once at the start", async () => {
    const before = world([schedule(), allowed]);
    before.scheduler.start();
    await before.scheduler.stop();
    const after = world([schedule(), allowed], { journal: before.journal, at: noon + 3 * DAY });
    after.scheduler.start();
    await until(() => after.seen.length === 1 && after.scheduler.pending() === 0, "it fires");
    expect(after.next()).toBe(noon + 3 * DAY + 5 * MINUTE);
  });

  test("nothing fires at the start when nothing fell due", async () => {
    const before = world([schedule(), allowed]);
    before.scheduler.start();
    await before.jumpTo(noon + 5 * MINUTE);
    await before.scheduler.stop();
    const after = world([schedule(), allowed], { journal: before.journal, at: noon + 6 * MINUTE });
    after.scheduler.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([after.seen.length, after.next()]).toEqual([0, noon + 10 * MINUTE]);
  });

  test("a clock that was years ahead does not silence it", async () => {
    const before = world([schedule(), allowed], { at: noon + 3000 * DAY });
    before.scheduler.start();
    await before.scheduler.stop();
    const after = world([schedule(), allowed], { journal: before.journal });
    after.scheduler.start();
    expect(after.next()).toBe(noon + 5 * MINUTE);
  });

  test("its journal does not grow with every fire", async () => {
    const { scheduler, journal, jumpTo } = world([schedule(), allowed]);
    scheduler.start();
    for (let n = 1; n <= 250; n++) await jumpTo(noon + n * 5 * MINUTE);
    expect(journal.read("schedules").length).toBeLessThanOrEqual(101);
  });
});

describe("a rule with a schedule", () => {
  test("sends the scheduled event of EventBridge to its targets", async () => {
    const { scheduler, seen, jumpTo } = world([timerRule, mayInvoke("Timer", ruleArn("Rule"))]);
    scheduler.start();
    await jumpTo(noon + HOUR);
    expect(seen).toEqual([
      {
        version: "0",
        id: expect.any(String),
        "detail-type": "Scheduled Event",
        source: "aws.events",
        account,
        time: seconds(noon + HOUR),
        region: "eu-west-1",
        resources: [ruleArn("Rule")],
        detail: {},
      },
    ]);
  });

  test("without permission runs nothing and says so", async () => {
    const { scheduler, seen, jumpTo, lines } = world([timerRule]);
    scheduler.start();
    await jumpTo(noon + HOUR);
    expect(seen).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ level: "error", fields: { code: "NO_PERMISSIONS" } });
  });
});

describe("the list of schedules", () => {
  test("names all that are switched on with their next time, by the clock they run on", () => {
    const { scheduler } = world([schedule(), allowed, timerRule]);
    scheduler.start();
    expect(scheduler.list()).toEqual([
      { name: "Tick", expression: "rate(5 minutes)", nextFire: noon + 5 * MINUTE },
      { name: "Rule", expression: "cron(0 * * * ? *)", nextFire: noon + HOUR },
    ]);
  });
});

describe("the check of schedules", () => {
  const problems = (properties: Json, targetProperties: Json = {}) =>
    unsupportedSchedules(
      assemblyOf(
        queue("Dead"),
        ...lambda("Timer"),
        allowed,
        schedule(properties, targetProperties),
        timerRule,
      ),
    ).join("\n");

  test("finds nothing wrong with what CDK writes", () => {
    const retry = { RetryPolicy: { MaximumRetryAttempts: 3 }, DeadLetterConfig: { Arn: queueArn("Dead") } };
    expect(
      problems(
        { State: "ENABLED", GroupName: "default", ScheduleExpressionTimezone: "Europe/Berlin" },
        retry,
      ),
    ).toBe("");
  });

  test.each<[string, Json, Json, string]>([
    ["an unknown property", { KmsKeyArn: "x" }, {}, "KmsKeyArn is not supported"],
    ["an unknown property of the target", {}, { EcsParameters: {} }, "EcsParameters is not supported"],
    ["a wrong expression", { ScheduleExpression: "rate(0 minutes)" }, {}, "schedule:"],
    [
      "a time zone that does not exist",
      { ScheduleExpressionTimezone: "Mars/Olympus" },
      {},
      "is no time zone",
    ],
    ["another kind of target", {}, { Arn: queueArn("Dead") }, "is no function of the template"],
    ["a role that is not there", {}, { RoleArn: roleArn("Nobody") }, "its role is not in the template"],
    [
      "a dead-letter queue that is not there",
      {},
      { DeadLetterConfig: { Arn: queueArn("No") } },
      "is not in the template",
    ],
    ["an input that is no JSON", {}, { Input: "{" }, "Input is not JSON"],
  ])("names %s", (_, properties, targetProperties, reason) => {
    expect(problems(properties, targetProperties)).toContain(reason);
  });

  test("names a rule with a time of its own, which only schedules may have", () => {
    const rule = { ...timerRule, properties: { ScheduleExpression: "at(2027-03-10T15:00:00)", Targets: [] } };
    expect(unsupportedSchedules(assemblyOf(rule)).join()).toContain("rate() and cron() only");
  });
});
