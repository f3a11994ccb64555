import { deniedSchedules } from "../../../../infra/local/scheduler.ts";
import { roleWith } from "../support/assembly.ts";
import { allow, functionArn, queueArn, until } from "../support/messaging.ts";
import {
  allowed,
  DAY,
  HOUR,
  MINUTE,
  noon,
  schedule,
  scheduleArn,
  seconds,
  world,
} from "../support/scheduler-world.ts";

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
