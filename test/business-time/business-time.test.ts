import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { answerCase } from "./answer-case.ts";

const week = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]),
);
const calendar = { time_zone: "Europe/Paris", week, holidays: ["2026-12-25"] };

test.each([
  ["an unknown operation", { op: "guess", calendar, args: [{ iso: "2026-11-23T09:00:00Z" }] }],
  [
    "an unknown zone",
    {
      op: "add_seconds",
      calendar: { ...calendar, time_zone: "Mars/Base" },
      start: "2026-11-23T09:00:00Z",
      seconds: 1,
    },
  ],
  ["a time that is none", { op: "add_seconds", calendar, start: "yesterday", seconds: 1 }],
  ["no time at all", { op: "add_seconds", calendar, seconds: 1 }],
  [
    "an amount that is no number",
    { op: "add_seconds", calendar, start: "2026-11-23T09:00:00Z", seconds: "many" },
  ],
  [
    "a calendar that is never open",
    { op: "add_seconds", calendar: { ...calendar, week: {} }, start: "2026-11-23T09:00:00Z", seconds: 1 },
  ],
  [
    "a unit nobody knows",
    {
      op: "add",
      calendar,
      args: { unit: "moons", amount: 1, direction: "after", time: "2026-11-23T09:00:00Z" },
    },
  ],
  ["a measure without an end", { op: "working_seconds_between", calendar, from: "2026-11-23T09:00:00Z" }],
  ["something that is no case", 42],
  ["nothing", null],
])("a case that cannot be computed says why in its place: %s", (_, one) => {
  expect(answerCase(one)).toEqual({ error: expect.any(String) });
});

test.each([
  ["as text with zone and milliseconds", "2026-11-23T15:30:00.000Z", "2026-11-24T08:30:00.000Z"],
  ["as text with zone", "2026-11-23T15:30:00Z", "2026-11-24T08:30:00Z"],
  ["as text on the wall of the calendar's zone", "2026-11-23T16:30:00", "2026-11-24T09:30:00"],
  [
    "with an offset",
    { iso: "2026-11-23T10:30:00.000-05:00" },
    { iso: "2026-11-24T09:30:00.000+01:00", zone: "Europe/Paris" },
  ],
])("a time is answered as it was written: %s", (_, start, expected) => {
  expect(answerCase({ op: "add_seconds", calendar, start, seconds: 3600 })).toEqual(expected);
});

test("fractions of a second are kept", () => {
  const start = "2026-11-23T09:00:00Z";
  expect(answerCase({ op: "add_seconds", calendar, start, seconds: 0.25 })).toBe("2026-11-23T09:00:00.250Z");
});

test("breaks are taken out of the hours, shifts replace them, and a holiday beats both", () => {
  const exceptions = {
    ...calendar,
    shifts: { "2026-11-24": [["06:00", "14:00"]], "2026-12-25": [["09:00", "17:00"]] },
    breaks: {
      "2026-11-24": [
        ["09:00", "10:00"],
        ["13:30", "15:00"],
      ],
      "2026-12-25": [["09:00", "10:00"]],
    },
  };
  const seconds = (date: string): unknown =>
    answerCase({
      op: "within",
      calendar: exceptions,
      args: { from: `${date}T00:00:00`, to: `${date}T23:00:00` },
    });
  expect(["2026-11-23", "2026-11-24", "2026-12-25"].map(seconds)).toEqual([8 * 3600, 6.5 * 3600, 0]);
});

const due = (change: object): unknown =>
  answerCase({
    type: "TTR",
    calendar,
    start: "2026-11-23T10:00:00",
    target: { number: 4, unit: "hour", end_of_working_day: false },
    pauses: [{ from: "2026-11-23T11:00:00", to: "2026-11-24T10:00:00" }],
    escalation_offset_seconds: -1800,
    ...change,
  });

test("a due date moves by the working time paused, each moment once, and its point with it", () => {
  const expected = {
    due: "2026-11-24T13:00:00",
    paused_working_seconds: 7 * 3600,
    escalation: "2026-11-24T12:30:00",
  };
  expect(due({})).toMatchObject(expected);
  const pauses = [
    { from: "2026-11-23T15:00:00", to: "2026-11-24T10:00:00" },
    { from: "2026-11-23T11:00:00", to: "2026-11-23T16:00:00" },
  ];
  expect(due({ pauses })).toMatchObject(expected);
});

test("time to own heeds no pause; a target until the end of the day stays one however long it was paused", () => {
  expect(due({ type: "TTO" })).toMatchObject({ due: "2026-11-23T14:00:00", paused_working_seconds: 0 });
  const target = { number: 1, unit: "day", end_of_working_day: true };
  expect(due({ target, pauses: [] })).toMatchObject({ due: "2026-11-24T17:00:00" });
  expect(due({ target })).toMatchObject({ due: "2026-11-24T17:00:00" });
  const pauses = [{ from: "2026-11-23T11:00:00", to: "2026-11-24T10:00:01" }];
  expect(due({ target, pauses })).toMatchObject({ due: "2026-11-25T17:00:00" });
});

test("a pause after it was due moves nothing any more", () => {
  const pauses = [{ from: "2026-11-23T14:30:00", to: "2026-11-23T15:00:00" }];
  expect(due({ pauses })).toMatchObject({ due: "2026-11-23T14:00:00", paused_working_seconds: 1800 });
});

test("a target in seconds is one to the second", () => {
  const target = { number: 61, unit: "seconds" };
  expect(due({ target, pauses: [] })).toMatchObject({ due: "2026-11-23T10:01:01" });
});

const run = (...args: readonly string[]) =>
  spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "test/business-time/business-time.ts", ...args],
    {
      encoding: "utf8",
    },
  );

test("the tool prints an array of results in the order of the cases and nothing else; it fails for an unreadable file only", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "business-time-"));
  try {
    const file = path.join(folder, "cases.json");
    const add = { op: "add_seconds", calendar, start: "2026-11-23T09:00:00Z", seconds: 60 };
    writeFileSync(file, JSON.stringify([add, { op: "guess" }, { ...add, seconds: 120 }]));
    const { status, stdout } = run(file);
    expect(JSON.parse(stdout)).toEqual([
      "2026-11-23T09:01:00Z",
      { error: expect.any(String) },
      "2026-11-23T09:02:00Z",
    ]);
    expect(status).toBe(0);
    writeFileSync(file, JSON.stringify({ cases: [add] }));
    expect(JSON.parse(run(file).stdout)).toEqual(["2026-11-23T09:01:00Z"]);
    expect(run(path.join(folder, "none.json"))).toMatchObject({ status: 1, stdout: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
