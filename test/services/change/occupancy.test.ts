import { weeksFrom } from "../../../services/change/calendar-of.ts";
import { windowOf } from "../../../services/change/occupancy.ts";
import { opened } from "./given.ts";

const hours = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) });
const planned = {
  ...opened(),
  plannedStart: "2027-01-09T20:00:00.000Z",
  plannedEnd: "2027-01-09T22:00:00.000Z",
};

describe("a change is found", () => {
  test("in its window before it begins, and as long as the work took after it", () => {
    expect(windowOf(planned)).toEqual(hours(planned.plannedStart, planned.plannedEnd));
    const took = { actualStart: "2027-01-09T19:30:00.000Z", actualEnd: "2027-01-13T08:00:00.000Z" };
    expect(windowOf({ ...planned, ...took })).toEqual(hours(took.actualStart, took.actualEnd));
    const short = { actualStart: "2027-01-09T20:30:00.000Z", actualEnd: "2027-01-09T20:40:00.000Z" };
    expect(windowOf({ ...planned, ...short })).toEqual(hours(planned.plannedStart, planned.plannedEnd));
  });

  test("for two weeks after its window while the work goes on, so that alerts and incidents still find it", () => {
    const late = { ...planned, state: "implement" as const, actualStart: planned.plannedStart };
    const told = { ...late, overranAt: "2027-01-09T22:05:00.000Z" };
    expect(windowOf(late).until).toBe(Date.parse(planned.plannedEnd));
    expect(windowOf(told).until).toBe(Date.parse("2027-01-23T22:05:00.000Z"));
    expect(windowOf({ ...told, state: "review", actualEnd: "2027-01-10T00:00:00.000Z" }).until).toBe(
      Date.parse("2027-01-10T00:00:00.000Z"),
    );
  });
});

describe("a calendar that is cut short", () => {
  test("has what comes next: the weeks from this one on, then those past, the latest first", () => {
    const stretch = { from: "2027-01-01T00:00:00.000Z", to: "2027-01-26T00:00:00.000Z" };
    expect(weeksFrom("2027-01-13T12:00:00.000Z", stretch)).toEqual([
      "2027-01-11",
      "2027-01-18",
      "2027-01-25",
      "2027-01-04",
      "2026-12-28",
    ]);
  });
});
