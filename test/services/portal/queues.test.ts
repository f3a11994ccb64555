import { countText, queuesOf, soonUntil } from "../../../services/portal/src/pages/incidents/queues.ts";

const now = Date.parse("2026-03-10T08:07:00.000Z");
const me = { id: "ada", roles: ["agent"], teams: ["desk"] } as unknown as Parameters<typeof queuesOf>[0];
const queue = (key: string) => queuesOf(me, (id) => id, now).find((each) => each.key === key);

describe("queues", () => {
  it("hold as breaching soon what has four hours left, and no work that is due in days", () => {
    expect(queue("breaching")?.query).toMatchObject({ dueBefore: "2026-03-10T12:15:00.000Z" });
  });

  it("ask the same for a while, so that a page of a list is not asked for anew at every look", () => {
    expect(soonUntil(now + 60_000)).toBe(soonUntil(now));
    expect(Date.parse(soonUntil(now)) - now).toBeGreaterThanOrEqual(4 * 3_600_000);
  });

  it("are counted by the figures where they may be long", () => {
    expect(["mine", "team-desk", "unassigned"].map((key) => queue(key)?.counted)).toEqual([
      { assignee: "ada" },
      { team: "desk" },
      { assignee: "-" },
    ]);
  });
});

describe("the number beside a queue", () => {
  const listed = { items: [1, 2] };
  const sums = { items: [{ open: 120 }, { open: 3 }] };

  it("is the length of a list that is read to its end", () => {
    expect(countText(listed, sums)).toBe("2");
  });

  it("is what the figures say of a longer one", () => {
    expect(countText({ ...listed, nextCursor: "c" }, sums)).toBe("123");
    expect(countText(undefined, sums)).toBe("123");
  });

  it("says that there is more where nobody may read the figures, and nothing before anything is known", () => {
    expect(countText({ ...listed, nextCursor: "c" }, undefined)).toBe("2+");
    expect(countText(undefined, undefined)).toBe("");
  });
});
