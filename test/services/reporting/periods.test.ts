import * as fc from "fast-check";
import { agesOn } from "../../../services/reporting/ages.ts";
import { daysAsked, daysBefore, mostDays, periodsIn } from "../../../services/reporting/periods.ts";
import { now } from "./given.ts";

const someDays = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: mostDays - 1 }))
  .map(([ago, length]) => ({
    from: daysBefore("2026-03-31", ago + length),
    to: daysBefore("2026-03-31", ago),
  }));

describe("periods", () => {
  test("are every day once, in order, whatever they are put together by", () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom("day", "week", "month", "total" as const), (days, per) => {
        const periods = periodsIn(days, per);
        expect(periods[0]?.from).toBe(days.from);
        expect(periods.at(-1)?.to).toBe(days.to);
        for (const [at, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true);
          const before = periods[at - 1];
          if (before) expect(daysBefore(from, 1)).toBe(before.to);
        }
      }),
    );
  });

  test("begin on Mondays and on the first of months, but for the first one", () => {
    const days = { from: "2026-02-11", to: "2026-03-31" };
    for (const { from } of periodsIn(days, "week").slice(1)) expect(new Date(from).getUTCDay()).toBe(1);
    expect(periodsIn(days, "month").map(({ from }) => from)).toEqual(["2026-02-11", "2026-03-01"]);
    expect(periodsIn(days, "total")).toEqual([days]);
  });

  test("are the last thirty days unless somebody says otherwise", () => {
    expect(daysAsked({}, now)).toEqual({ from: "2026-03-02", to: "2026-03-31" });
  });

  test("are refused when they end before they begin, are too many or too long ago", () => {
    for (const asked of [
      { from: "2026-03-02", to: "2026-03-01" },
      { from: daysBefore("2026-03-31", mostDays) },
      { from: "2020-01-01", to: "2020-02-01" },
    ])
      expect(() => daysAsked(asked, now)).toThrow("not valid");
  });
});

describe("ages", () => {
  test("leave no day out and name none twice", () => {
    const ages = agesOn("2026-03-31");
    for (let ago = 0; ago < 200; ago++) {
      const day = daysBefore("2026-03-31", ago);
      expect(ages.filter(({ from = "", to }) => day >= from && day <= to)).toHaveLength(1);
    }
    expect(ages.map(({ name }) => name)).toEqual(["0", "1-2", "3-6", "7-29", "30-89", "90+"]);
  });
});
