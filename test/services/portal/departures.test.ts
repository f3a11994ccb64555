import {
  addressOfLeft,
  countLeft,
  leftByKind,
  standOf,
  unnamedLeft,
} from "../../../services/portal/src/pages/departures/left.ts";
import { startedOf } from "../../../services/portal/src/pages/departures/started.ts";

const held = (kind: string, ...ids: readonly string[]) => ids.map((id) => ({ kind, id }));
const answers = [
  {
    holder: "asset",
    round: 1,
    count: 3,
    holdings: [...held("asset", "AST1"), ...held("seat", "SEA1", "SEA2")],
  },
  { holder: "change", round: 1, count: 0, holdings: [] },
  { holder: "incident", round: 1, count: 150, holdings: held("incident", "INC1") },
] as const;

describe("what is left of somebody who leaves", () => {
  it("stands together by kind", () => {
    expect(leftByKind(answers)).toEqual([
      { holder: "asset", kind: "asset", ids: ["AST1"] },
      { holder: "asset", kind: "seat", ids: ["SEA1", "SEA2"] },
      { holder: "incident", kind: "incident", ids: ["INC1"] },
    ]);
  });

  it("is counted also where it is not named one by one", () => {
    expect(countLeft(answers)).toBe(153);
    expect(unnamedLeft(answers)).toBe(149);
  });

  it("leads to its page where it has one", () => {
    expect(addressOfLeft("asset", "reservation", "AST1")).toBe("/assets/AST1");
    expect(addressOfLeft("asset", "seat", "SEA1")).toBeUndefined();
    expect(addressOfLeft("request", "request-item", "REI1")).toBeUndefined();
  });
});

describe("a departure", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  const open = { state: "open", isClear: false, lastAt: "2026-02-28T12:00:00Z", answers: [] };
  const stand = (more: object) =>
    standOf({ ...open, ...more } as unknown as Parameters<typeof standOf>[0], now);

  it("says what it waits for: what is left, the last day, a second look", () => {
    expect(stand({ answers })).toBe("left");
    expect(stand({ lastAt: "2026-03-02T12:00:00Z" })).toBe("waits");
    expect(stand({ isClear: true })).toBe("ends");
    expect(stand({})).toBe("asked");
    expect(stand({ state: "done", answers })).toBe("over");
  });

  it("lasts until the end of the last day, and who leaves names no teams", () => {
    const typed = {
      personId: "lena",
      kind: "leaves",
      lastDay: "2026-03-31",
      leaveTeamIds: ["desk"],
    } as const;
    const body = startedOf(typed);
    expect(new Date(body.lastAt).getTime()).toBe(new Date(2026, 2, 31, 23, 59, 59).getTime());
    expect(body.leaveTeamIds).toBeUndefined();
    expect(startedOf({ ...typed, kind: "moves" }).leaveTeamIds).toEqual(["desk"]);
    expect(startedOf({ personId: "lena", kind: "moves" }).leaveTeamIds).toEqual([]);
  });

  it("sends a day that is none as it is, for the API to say so", () => {
    expect(startedOf({ personId: "lena", kind: "leaves" }).lastAt).toBe("");
  });
});
