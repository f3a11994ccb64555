import { services } from "../../services/index.ts";
import type { StoredItem } from "../bed/stored-items.ts";
import type { Facts } from "./facts.ts";
import { doubleEffects } from "./invariants/deliveries.ts";
import { brokenProjections } from "./invariants/projected.ts";
import { neverReached } from "./reach.ts";

const team = { id: "desk", name: "Desk", members: [], active: true };
const at = "2026-03-02T08:00:00.000Z";

const changed = (sequence: number): StoredItem => ({
  pk: "desk",
  sk: `EVENT#${sequence}`,
  source: "itsm.organization",
  detailType: "TeamChanged.v1",
  detail: JSON.stringify({
    meta: { eventId: `desk-${sequence}`, subject: "desk", sequence, occurredAt: at },
    data: { team: { ...team, name: `Desk ${sequence}` } },
  }),
});
const keptAs = (sequence: number): StoredItem => ({
  pk: "TEAM#desk",
  sk: "PROJECTION",
  sequence,
  value: { ...team, name: `Desk ${sequence}` },
});

const factsOf = (items: readonly StoredItem[]): Facts =>
  ({
    kept: [{ service: "organization", id: "desk", events: [changed(1), changed(2)], history: [] }],
    items: new Map([["request", items]]),
  }) as unknown as Facts;

const request = services.filter(({ name }) => name === "request");

describe("what services keep of others' records", () => {
  it.each([
    ["nothing", []],
    ["an earlier word", [keptAs(1)]],
    ["the last version with what an earlier one said", [{ ...keptAs(1), sequence: 2 }]],
    ["a last word that is not written to its end", [{ ...keptAs(2), pending: {} }]],
  ])("breaks where it is %s", async (_, items) => {
    expect(await brokenProjections(factsOf(items), request)).toHaveLength(1);
  });

  it("holds where it is the last word", async () => {
    expect(await brokenProjections(factsOf([keptAs(2)]), request)).toEqual([]);
  });
});

describe("effects of an event on a record", () => {
  const entry = (type: string, sequence: number, occurredAt: string) => ({
    type,
    meta: { sequence, occurredAt, causationId: "INC0000001-2", eventId: `CHG0000001-${sequence}` },
  });
  const two = (...history: readonly object[]) =>
    doubleEffects({ kept: [{ id: "CHG0000001", history }] } as unknown as Facts, [
      { isOne: () => true, recomputed: ["ChangeConflictsFound"], type: {} as never },
    ]);

  it("break when there are two of a type, unless these are worked out anew or of one transaction", () => {
    const later = "2026-03-02T09:00:00.000Z";
    expect(two(entry("ChangeLinked", 2, at), entry("ChangeLinked", 3, later))).toHaveLength(1);
    expect(two(entry("ChangeLinked", 2, at), entry("ChangeLinked", 3, at))).toEqual([]);
    expect(two(entry("ChangeConflictsFound", 2, at), entry("ChangeConflictsFound", 3, later))).toEqual([]);
  });
});

describe("what no run came to", () => {
  it("is every operation and schedule of the services that were there but for those that were reached", () => {
    const runs = [{ services: ["organization"], reached: ["schedule organization: ask-departures"] }];
    const never = neverReached(runs);
    expect(never).toContain("operation organization: createTeam");
    expect(never).not.toContain("schedule organization: ask-departures");
    expect(never.some((each) => each.includes("incident"))).toBe(false);
  });
});
