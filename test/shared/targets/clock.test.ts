import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { at, clock, hour, inOffice, metric, office, said } from "./given.ts";

test("a clock runs from the first moment and is due when the target is used up", () => {
  const { phase, elapsedMs, dueAt, isBreached } = clock([["2T09:00", "open"]], "2T12:00");
  expect([phase, elapsedMs, dueAt, isBreached]).toEqual(["running", 3 * hour, at("2T17:00"), false]);
});

test("it is in time to the millisecond, and late one later", () => {
  const settled = (ms: number) =>
    clock(
      [
        ["2T09:00", "open"],
        [at("2T17:00") + ms, "done"],
      ],
      "9T00:00",
    ).isBreached;
  expect([settled(-1), settled(0), settled(1)]).toEqual([false, false, true]);
});

test("time that ends with the working day is due at closing, and late in the night after", () => {
  const settled = (time: string) =>
    clock(
      [
        ["2T08:00", "open"],
        [time, "done"],
      ],
      "9T00:00",
      metric(),
      inOffice,
    );
  expect(said(settled("2T15:00").dueAt)).toBe(said(at("2T16:00")));
  expect([settled("2T16:00").isBreached, settled("3T07:59").isBreached]).toEqual([false, true]);
});

test("a pause moves the due time by its working time; while it lasts there is none", () => {
  const paused = clock(
    [
      ["2T09:00", "open"],
      ["2T10:00", "on_hold"],
    ],
    "20T00:00",
  );
  expect([paused.phase, paused.dueAt, paused.elapsedMs]).toEqual(["paused", undefined, hour]);
  const resumed = clock(
    [
      ["2T09:00", "open"],
      ["2T10:00", "on_hold"],
      ["2T12:00", "open"],
    ],
    "2T13:00",
  );
  expect(said(resumed.dueAt)).toBe(said(at("2T19:00")));
});

test("nothing is breached while paused, however long", () => {
  const happened = [
    ["2T09:00", "open"],
    ["2T10:00", "on_hold"],
  ] as const;
  expect(clock(happened, "2027-03-02T00:00").isBreached).toBe(false);
  expect(clock([...happened, ["30T00:00", "done"]], "30T01:00").isBreached).toBe(false);
});

test("what was late before the pause stays late in it", () => {
  const { isBreached, dueAt, phase } = clock(
    [
      ["2T09:00", "open"],
      ["2T18:00", "on_hold"],
    ],
    "9T00:00",
  );
  expect([isBreached, phase, said(dueAt)]).toEqual([true, "paused", said(at("2T17:00"))]);
});

test("a pause at the very due time rests with nothing left, and one millisecond more is late", () => {
  const held = [
    ["2T09:00", "open"],
    ["2T17:00", "on_hold"],
  ] as const;
  expect(clock(held, "5T00:00").isBreached).toBe(false);
  expect(clock([...held, ["5T10:00", "open"], [at("5T10:00"), "done"]], "5T11:00").isBreached).toBe(false);
  expect(clock([...held, ["5T10:00", "open"], [at("5T10:00") + 1, "done"]], "5T11:00").isBreached).toBe(true);
});

test.each([
  ["spring", "2026-03-28T21:00", "2026-03-28T22:00", "2026-03-29T03:00", "2026-04-05T02:00:00.000Z"],
  ["autumn", "2026-10-24T20:00", "2026-10-24T21:00", "2026-10-25T04:00", "2026-11-01T03:00:00.000Z"],
])("a pause over the night when the clocks change counts the hours there really were: %s", (...row) => {
  const [, opened, held, resumed, due] = row;
  const nights = compileCalendar({
    ...office,
    week: { sat: [["22:00", "24:00"]], sun: [["00:00", "06:00"]] },
  });
  const happened = [
    [opened, "open"],
    [held, "on_hold"],
    [resumed, "open"],
  ] as const;
  // By the wall in both: from 22:00, paused 23:00 to 05:00, one hour more, and six in the next such night.
  expect(said(clock(happened, resumed, metric(), nights).dueAt)).toBe(due);
});

test("a target of nothing is due at once", () => {
  const now = metric({ target: { amount: 0, unit: "minutes" } });
  expect(said(clock([["2T09:00", "open"]], "2T09:00", now).dueAt)).toBe(said(at("2T09:00")));
  expect(clock([["2T09:00", "open"]], "2T09:00", now).isBreached).toBe(false);
  expect(clock([["2T09:00", "open"]], at("2T09:00") + 1, now).isBreached).toBe(true);
  expect(clock([["2T09:00", "done"]], "9T09:00", now).isBreached).toBe(false);
});

test("who comes back to work goes on: the time between does not count", () => {
  const { phase, elapsedMs, dueAt } = clock(
    [
      ["2T09:00", "open"],
      ["2T12:00", "done"],
      ["4T09:00", "open"],
    ],
    "4T10:00",
  );
  expect([phase, elapsedMs, said(dueAt)]).toEqual(["running", 4 * hour, said(at("4T14:00"))]);
});

test("the due time of a settled clock is the one it was held against, however long ago", () => {
  const settled = (happened: Parameters<typeof clock>[0]) =>
    said(clock(happened, "30T00:00", metric({ stops: { state: ["done", "gone"] } })).dueAt);
  const happened = [
    ["2T09:00", "open"],
    ["2T10:00", "on_hold"],
    ["2T12:00", "done"],
  ] as const;
  expect(settled(happened)).toBe(said(at("2T19:00")));
  expect(settled([...happened, ["9T09:00", "gone"]])).toBe(settled(happened));
});

test("where the terms say so a clock begins anew when what stopped it no longer holds, or stays settled", () => {
  const happened = [
    ["2T09:00", "open"],
    ["2T12:00", "done"],
    ["4T09:00", "open"],
  ] as const;
  const anew = clock(happened, "4T10:00", metric({ again: "restart" }));
  expect([anew.course.run, anew.elapsedMs, said(anew.dueAt)]).toEqual([1, hour, said(at("4T17:00"))]);
  const stays = clock(happened, "9T10:00", metric({ again: "stay" }));
  expect([stays.phase, said(stays.stoppedAt), stays.isBreached]).toEqual([
    "stopped",
    said(at("2T12:00")),
    false,
  ]);
});

test("a clock waits for what starts it, and stopping before that settles nothing", () => {
  const later = metric({ starts: { team: ["network"] } });
  const happened = [
    ["2T09:00", { state: "open" }],
    ["2T11:00", { state: "open", team: "network" }],
  ] as const;
  expect(clock(happened.slice(0, 1), "9T00:00", later)).toMatchObject({
    phase: "waiting",
    isBreached: false,
    marks: [],
  });
  expect(said(clock(happened, "2T12:00", later).dueAt)).toBe(said(at("2T19:00")));
});
