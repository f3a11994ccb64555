import { account } from "../support/assembly.ts";
import { mayInvoke, ruleArn, until } from "../support/messaging.ts";
import {
  allowed,
  DAY,
  HOUR,
  MINUTE,
  noon,
  schedule,
  seconds,
  timerRule,
  world,
} from "../support/scheduler-world.ts";

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
