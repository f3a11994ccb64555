import fc from "fast-check";
import { createDurableLine, type TaskOutcome } from "../../../infra/local/durable-line.ts";
import { ground, until } from "./support/messaging.ts";

const DAY = 86_400_000;

const open = (
  run: (work: string, attempts: number) => TaskOutcome | Promise<TaskOutcome>,
  parts = ground(),
  parallel = 2,
) => {
  const line = createDurableLine<string>({
    ...parts,
    name: "line",
    parallel,
    run: ({ work, attempts }) => run(work, attempts),
  });
  return {
    ...parts,
    line,
    pass: (ms: number) => parts.clock.moveTo(parts.clock.now() + ms),
    quiet: () => until(() => line.pending() === 0, "the line is empty"),
  };
};

describe("a durable line", () => {
  test("runs nothing before it is started and counts what waits", async () => {
    const seen: string[] = [];
    const { line, quiet } = open((work) => {
      seen.push(work);
      return "done";
    });
    line.add("a");
    line.add("b");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([seen, line.pending()]).toEqual([[], 2]);
    line.start();
    await quiet();
    expect(seen.sort()).toEqual(["a", "b"]);
    await line.stop();
  });

  test("runs no more at a time than it may", async () => {
    let running = 0;
    let most = 0;
    const { line, quiet } = open(async (): Promise<TaskOutcome> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 3));
      running--;
      return "done";
    });
    for (let n = 0; n < 12; n++) line.add(`${n}`);
    line.start();
    await quiet();
    expect(most).toBe(2);
    await line.stop();
  });

  test("tries again at the time that was asked for, with the count of tries, while others go ahead", async () => {
    const seen: string[] = [];
    const parts = ground();
    const { line, pass, quiet } = open((work, attempts) => {
      seen.push(`${work}${attempts}`);
      return work === "bad" && attempts < 2 ? { retryAt: parts.clock.now() + DAY } : "done";
    }, parts);
    line.start();
    line.add("bad");
    await until(() => seen.length === 1, "the first try");
    line.add("good");
    await until(() => line.pending() === 1, "the good one is done");
    expect(line.nextDue()).toBeLessThanOrEqual(parts.clock.now() + DAY);
    pass(DAY);
    await until(() => seen.length === 3, "the second try");
    pass(DAY);
    await quiet();
    expect(seen).toEqual(["bad0", "good0", "bad1", "bad2"]);
    await line.stop();
  });

  test("moving the clock back does not prolong a wait", async () => {
    let tries = 0;
    const parts = ground();
    const { line, pass, quiet } = open(
      () => (++tries < 2 ? { retryAt: parts.clock.now() + 60_000 } : "done"),
      parts,
    );
    line.start();
    line.add("a");
    await until(() => tries === 1, "the first try");
    pass(-100 * DAY);
    pass(61_000);
    await quiet();
    expect(tries).toBe(2);
    await line.stop();
  });

  test("after a restart the age of its work begins anew and no wait is longer than ten minutes", async () => {
    const parts = ground();
    const years = 10 * 365 * DAY;
    const ages: number[] = [];
    const run = ({ firstAt }: { readonly firstAt: number }): TaskOutcome => {
      ages.push(parts.clock.now() - firstAt);
      return "done";
    };
    const options = { ...parts, name: "line", parallel: 1, run };
    const before = createDurableLine<string>(options);
    before.add("now");
    before.add("far ahead", parts.clock.now() + 2 * years);
    await before.stop();
    parts.clock.moveTo(parts.clock.now() + years);
    const after = createDurableLine<string>(options);
    after.start();
    await until(() => after.pending() === 1, "the first is done");
    parts.clock.moveTo(parts.clock.now() + 600_000);
    await until(() => after.pending() === 0, "the second is done");
    expect(Math.max(...ages)).toBeLessThan(DAY);
    await after.stop();
  });

  test("keeps its journal small", async () => {
    const { line, journal, quiet } = open(() => "done");
    line.start();
    for (let n = 0; n < 3000; n++) line.add(`${n}`);
    await quiet();
    expect(journal.read("line").length).toBeLessThan(2002);
    await line.stop();
  });

  test("after restarts at any point everything added has been run, and nothing that was done runs again", async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant("add") },
      fc.constantFrom("work", "restart", "pass"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat({ max: 3 }), async (steps, failing) => {
        const parts = ground();
        const finished: string[] = [];
        const run = (work: string, attempts: number): TaskOutcome => {
          if (attempts < Number(work) % (failing + 1)) return { retryAt: parts.clock.now() + 60_000 };
          finished.push(work);
          return "done";
        };
        let added = 0;
        let world = open(run, parts);
        for (const each of steps) {
          if (each === "add") world.line.add(`${added++}`);
          else if (each === "work") world.line.start();
          else if (each === "pass") world.pass(60_000);
          else {
            await world.line.stop();
            world = open(run, parts);
          }
          await new Promise((resolve) => setImmediate(resolve));
          expect(world.line.pending() + finished.length).toBe(added);
        }
        world.line.start();
        for (let round = 0; round <= failing + 1; round++) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          world.pass(700_000);
        }
        await world.quiet();
        expect(finished.sort()).toEqual(Array.from({ length: added }, (_, index) => `${index}`).sort());
        await world.line.stop();
      }),
      { numRuns: 60 },
    );
  });
});
