import * as fc from "fast-check";
import { bucketsAround, bucketsOf } from "../../../shared/time/buckets.ts";

const hour = 3_600_000;
const start = Date.UTC(2027, 0, 1);
const windows = fc
  .tuple(fc.integer({ min: 0, max: 100 * 24 }), fc.integer({ min: 1, max: 31 * 24 }))
  .map(([at, length]) => ({ from: start + at * hour, until: start + (at + length) * hour }));

describe("stretches filed by the days or weeks they touch", () => {
  test("are found by every stretch that overlaps them, and it by them", () => {
    fc.assert(
      fc.property(windows, windows, (a, b) => {
        fc.pre(a.from < b.until && b.from < a.until);
        const around = new Set(bucketsAround(a));
        expect(bucketsOf(b).some(({ name }) => around.has(name))).toBe(true);
      }),
    );
  });

  test("are in a few places, however long", () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect(bucketsOf(window).length).toBeLessThanOrEqual(6);
        expect(bucketsOf(window).length).toBeGreaterThan(0);
      }),
    );
  });

  test("of two hours are asked for in two to four places", () => {
    const places = (at: number) => bucketsAround({ from: start + at * hour, until: start + (at + 2) * hour });
    expect(places(10)).toEqual(["d2027-01-01", "w2026-12-28"]);
    expect(places(71)).toEqual(["d2027-01-03", "d2027-01-04", "w2026-12-28", "w2027-01-04"]);
  });
});
