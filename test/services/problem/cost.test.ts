import { costOf, periodOf, trendOf } from "../../../services/problem/cost.ts";

const now = "2026-03-31T12:00:00.000Z";
const incident = (openedAt: string, more: object = {}) => ({
  state: "resolved" as const,
  openedAt: `2026-03-${openedAt}:00.000Z`,
  resolvedAt: `2026-03-${openedAt}:00.000Z`,
  callerId: "eve",
  breaches: undefined,
  ...more,
});

describe("what incidents cost", () => {
  test("is the time until they were resolved, or until now, and each caller once", () => {
    const solved = incident("02T10:00", { resolvedAt: "2026-03-02T11:30:00.000Z", breaches: 2 });
    const open = incident("31T11:00", { state: "on_hold", resolvedAt: undefined, callerId: "emil" });
    expect(costOf([solved, open, { ...solved, breaches: 1 }], now)).toEqual({
      incidents: 3,
      open: 1,
      minutesLost: 90 + 60 + 90,
      people: 2,
      breaches: 3,
    });
  });

  test("is nothing where they were cancelled", () => {
    expect(costOf([incident("02T10:00", { state: "cancelled" })], now).incidents).toBe(0);
  });

  test("counts an incident that is open again until now, and one closed without a resolution not at all", () => {
    const reopened = incident("31T10:00", { state: "in_progress" });
    const closed = incident("31T10:00", { state: "closed", resolvedAt: undefined });
    expect(costOf([reopened, closed], now).minutesLost).toBe(120);
  });

  test("is told by the period in which they were opened, and sums up to all", () => {
    const all = [incident("01T23:59"), incident("02T00:00"), incident("08T23:59"), incident("09T00:00")];
    const trend = trendOf(all, "week", now);
    expect(trend.map(({ from, incidents }) => [from, incidents])).toEqual([
      ["2026-02-23", 1],
      ["2026-03-02", 2],
      ["2026-03-09", 1],
    ]);
    expect(periodOf("2026-03-31T23:59:59.999Z", "month")).toBe("2026-03-01");
    expect(periodOf("2026-03-31T23:59:59.999Z", "day")).toBe("2026-03-31");
  });
});
