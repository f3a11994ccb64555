import fc from "fast-check";
import {
  filterFrom,
  isShown,
  searchOf,
  valuesOf,
} from "../../../services/portal/src/pages/changes/calendar-filter.ts";
import { layOutDay, spanIn, stepFrom } from "../../../services/portal/src/pages/changes/day-plan.ts";
import { listedDays } from "../../../services/portal/src/pages/changes/listed-days.ts";
import { daysOf, weekAway, weekOf } from "../../../services/portal/src/pages/changes/week.ts";

const days = daysOf("2027-01-06");
const [monday] = days;
if (monday === undefined) throw new Error("a week has no Monday");
const at = (hour: number, minute = 0): string =>
  new Date(monday.from.getTime() + (hour * 60 + minute) * 60_000).toISOString();
const stretch = (id: string, from: string, to: string) => ({ id, from, to });

describe("a week", () => {
  it("begins on Monday, whichever of its days is named", () => {
    expect(days.map(({ key }) => key)).toEqual([
      "2027-01-04",
      "2027-01-05",
      "2027-01-06",
      "2027-01-07",
      "2027-01-08",
      "2027-01-09",
      "2027-01-10",
    ]);
    expect(weekOf(new Date(2027, 0, 10, 23, 59))).toBe("2027-01-04");
  });

  it("follows the one before without a gap, over the turn of the year and of summer time", () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (weeks) => {
        const week = weekAway("2027-01-04", weeks);
        expect(daysOf(week)[6]?.to).toEqual(daysOf(weekAway(week, 1))[0]?.from);
        expect(weekAway(week, -weeks)).toBe("2027-01-04");
      }),
    );
  });
});

describe("a day of the week", () => {
  it("shows the part of a stretch that lies in it", () => {
    expect(spanIn(stretch("a", at(6), at(12)), monday)).toEqual({ top: 25, height: 25 });
    expect(spanIn(stretch("a", at(-30), at(60)), monday)).toEqual({ top: 0, height: 100 });
  });

  it("shows what ends as it begins large enough to be pointed at, and not outside of the day", () => {
    const { top, height } = spanIn(stretch("a", at(23, 59), at(24)), monday);
    expect(height).toBeGreaterThan(1);
    expect(top + height).toBeCloseTo(100);
  });

  it("puts what overlaps side by side, and gives the whole width to what does not", () => {
    const laid = layOutDay(
      [stretch("late", at(20), at(21)), stretch("b", at(9), at(11)), stretch("a", at(8), at(10))],
      monday,
    );
    expect(laid.map(({ of, lane, lanes }) => [of.id, lane, lanes])).toEqual([
      ["a", 0, 2],
      ["b", 1, 2],
      ["late", 0, 1],
    ]);
  });

  it("never lays two over each other, and leaves out none", () => {
    const time = fc.integer({ min: 0, max: 24 * 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 30 }), (pairs) => {
        const all = pairs.map(([one, other], n) =>
          stretch(String(n), at(0, Math.min(one, other)), at(0, Math.max(one, other))),
        );
        const laid = layOutDay(all, monday);
        expect(laid.map(({ of }) => of.id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        for (const [n, one] of laid.entries())
          for (const other of laid.slice(n + 1)) {
            const overlaps =
              one.top < other.top + other.height - 1e-9 && other.top < one.top + one.height - 1e-9;
            expect(overlaps && one.lane === other.lane).toBe(false);
            if (overlaps) expect(one.lanes).toBe(other.lanes);
          }
      }),
    );
  });
});

describe("arrow keys", () => {
  const steps = [
    [
      { id: "a", top: 10 },
      { id: "b", top: 50 },
    ],
    [],
    [
      { id: "b", top: 0 },
      { id: "c", top: 55 },
    ],
  ];

  it("lead down and up within a day, and stop at its ends", () => {
    expect(stepFrom(steps, { day: 0, id: "a" }, "ArrowDown")).toEqual({ day: 0, id: "b" });
    expect(stepFrom(steps, { day: 0, id: "b" }, "ArrowUp")).toEqual({ day: 0, id: "a" });
    expect(stepFrom(steps, { day: 0, id: "b" }, "ArrowDown")).toBeUndefined();
  });

  it("lead to the nearest time of the next day that has something", () => {
    expect(stepFrom(steps, { day: 0, id: "b" }, "ArrowRight")).toEqual({ day: 2, id: "c" });
    expect(stepFrom(steps, { day: 2, id: "b" }, "ArrowLeft")).toEqual({ day: 0, id: "a" });
    expect(stepFrom(steps, { day: 2, id: "c" }, "ArrowRight")).toBeUndefined();
  });

  it("and other keys lead nowhere", () => {
    expect(stepFrom(steps, { day: 0, id: "a" }, "Enter")).toBeUndefined();
  });
});

describe("the calendar as a list", () => {
  const row = { id: "CHG0000001", title: "Patch" } as never;
  const planned = [{ row, from: at(22), to: at(26) }];
  const freeze = { id: "CFZ0000001", kind: "freeze" as const, name: "Year end", from: at(0), to: at(30) };

  it("has everything on each day that it touches, the earliest first, and no day without anything", () => {
    const listed = listedDays(days, { planned, stretches: [freeze] });
    expect(listed.map(({ day, lines }) => [day.key, lines.map(({ kind }) => kind)])).toEqual([
      ["2027-01-04", ["stretch", "change"]],
      ["2027-01-05", ["stretch", "change"]],
    ]);
  });
});

describe("what of the change calendar is shown", () => {
  const rows = [
    { type: "normal", teamId: "network", serviceId: "vpn" },
    { type: "standard", teamId: "network", serviceId: undefined },
    { type: "normal", teamId: undefined, serviceId: "erp" },
  ] as const;
  const shown = (search: string) => rows.filter((row) => isShown(row, filterFrom(search))).length;

  it("is everything without a filter, and what fits all that is chosen with one", () => {
    expect(["", "?type=normal", "?type=normal&teamId=network", "?serviceId=wiki"].map(shown)).toEqual([
      3, 2, 1, 0,
    ]);
  });

  it("stands in the address, and what is chosen can be chosen although nothing fits it", () => {
    expect(filterFrom(searchOf({ teamId: "a&b", type: "normal" }))).toEqual({
      teamId: "a&b",
      type: "normal",
    });
    expect(searchOf(filterFrom("?other=1&type="))).toBe("");
    expect(valuesOf(rows, "serviceId", "wiki")).toEqual(["erp", "vpn", "wiki"]);
  });
});
