import { createClock } from "../../../infra/local/clock.ts";

const HOUR = 3_600_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the clock", () => {
  test("runs with real time until it is moved", async () => {
    const clock = createClock();
    expect(clock.offset()).toBe(0);
    const before = clock.now();
    await pause(15);
    expect(clock.now()).toBeGreaterThan(before);
  });

  test.each([
    ["ahead", 48 * HOUR],
    ["back", -48 * HOUR],
  ])("moved %s it runs on from there and tells its offset", (_, distance) => {
    const clock = createClock();
    const before = Date.now();
    const target = before + distance;
    clock.moveTo(target);
    const now = clock.now();
    expect(now).toBeGreaterThanOrEqual(target);
    expect(now).toBeLessThanOrEqual(target + Date.now() - before);
    expect(clock.offset()).toBeLessThanOrEqual(distance);
    expect(clock.offset()).toBeGreaterThanOrEqual(target - Date.now());
  });

  test("a timer that a jump makes due has fired when the jump is over, others have not", () => {
    const clock = createClock();
    const fired: string[] = [];
    clock.at(clock.now() + HOUR, () => fired.push("first"));
    clock.at(clock.now() + 3 * HOUR, () => fired.push("third"));
    clock.at(clock.now() + 2 * HOUR, () => fired.push("second"));
    clock.moveTo(clock.now() + 2.5 * HOUR);
    expect(fired).toEqual(["first", "second"]);
  });

  test("a timer set by a firing timer waits for its own turn, even when it is already due", () => {
    const clock = createClock();
    let fired = 0;
    const again = () => {
      fired++;
      clock.at(clock.now() - 1, again);
    };
    const cancel = clock.at(clock.now() + HOUR, again);
    clock.moveTo(clock.now() + 9 * HOUR);
    expect(fired).toBe(1);
    cancel();
  });

  test("a timer fires by itself when real time reaches it", async () => {
    const clock = createClock();
    clock.moveTo(clock.now() + 48 * HOUR);
    let fired = false;
    clock.at(clock.now() + 20, () => {
      fired = true;
    });
    await pause(1);
    expect(fired).toBe(false);
    await pause(60);
    expect(fired).toBe(true);
  });

  test("a later timer does not hold up an earlier one that is set after it", async () => {
    const clock = createClock();
    let fired = false;
    clock.at(clock.now() + HOUR, () => {});
    clock.at(clock.now() + 10, () => {
      fired = true;
    });
    await pause(50);
    expect(fired).toBe(true);
  });

  test("a timer further away than setTimeout can wait does not fire at once", async () => {
    const clock = createClock();
    let fired = false;
    clock.at(clock.now() + 400 * 24 * HOUR, () => {
      fired = true;
    });
    await pause(20);
    expect(fired).toBe(false);
    clock.moveTo(clock.now() + 401 * 24 * HOUR);
    expect(fired).toBe(true);
  });

  test("a cancelled timer never fires, not even when another timer of the same jump cancels it", () => {
    const clock = createClock();
    const fired: string[] = [];
    const cancels: (() => void)[] = [];
    clock.at(clock.now() + 1000, () => cancels.forEach((cancel) => void cancel()));
    cancels.push(clock.at(clock.now() + 2000, () => fired.push("cancelled by another")));
    clock.at(clock.now() + 3000, () => fired.push("cancelled before"))();
    clock.moveTo(clock.now() + HOUR);
    expect(fired).toEqual([]);
  });

  test("moving back keeps timers waiting for their own time", () => {
    const clock = createClock();
    let fired = 0;
    clock.at(clock.now() + HOUR, () => fired++);
    clock.moveTo(clock.now() - 10 * HOUR);
    clock.moveTo(clock.now() + 10.5 * HOUR);
    expect(fired).toBe(0);
    clock.moveTo(clock.now() + HOUR);
    expect(fired).toBe(1);
  });

  test("listeners hear of a move before the timers it makes due, with its distance, until they stop listening", () => {
    const clock = createClock();
    const heard: unknown[] = [];
    const end = clock.onMove((movedBy) => heard.push(Math.round(movedBy / HOUR)));
    clock.at(clock.now() + HOUR, () => heard.push("timer"));
    clock.moveTo(clock.now() + 2 * HOUR);
    clock.moveTo(clock.now() - 5 * HOUR);
    end();
    clock.moveTo(clock.now() + HOUR);
    expect(heard).toEqual([2, "timer", -5]);
  });

  test("ten thousand timers set and cancelled in any order fire exactly those that are left, by time", () => {
    const clock = createClock();
    const start = clock.now() + HOUR;
    const fired: number[] = [];
    const times = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);
    const cancels = times.map((time) => clock.at(start + time, () => fired.push(time)));
    for (const cancel of cancels.filter((_, index) => index % 3 === 0)) cancel();
    clock.moveTo(start + 20_000);
    expect(fired).toEqual(times.filter((_, index) => index % 3 !== 0).sort((a, b) => a - b));
  });
});
