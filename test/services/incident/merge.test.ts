import fc from "fast-check";
import { viewIncident, viewIncidentEntry } from "../../../services/incident/access.ts";
import { edit } from "../../../services/incident/decisions/edit.ts";
import { merge, unmerge } from "../../../services/incident/decisions/merge.ts";
import { link, unwatch, watch } from "../../../services/incident/decisions/relate.ts";
import { comment } from "../../../services/incident/decisions/talk.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { agent, applied, caller, done, now, on, opened, person, types } from "./given.ts";

const other = person("other");
const stranger = person("stranger", ["employee", "agent"], ["network"]);
const into = "INC0000001";
const duplicate = (given: Record<string, unknown> = {}): Incident => ({
  ...opened(given, other),
  id: "INC0000002",
});
const bare = (record: Incident) => JSON.parse(JSON.stringify({ ...record, version: 0 }));

const merged = (one: Incident, survivor: Incident) => {
  const [a, b] = merge(one, survivor, { into: survivor.id }, on(agent));
  return { one: applied(one, a), survivor: applied(survivor, b), both: [a, b] };
};
const undone = (one: Incident, survivor: Incident) => {
  const [a, b] = unmerge(one, survivor);
  return { one: applied(one, a), survivor: applied(survivor, b) };
};

describe("merging a duplicate", () => {
  it("ends it and lets its caller, watchers, CIs and links follow the incident that stays", () => {
    const two = duplicate({ watchers: ["boss"], ciIds: ["db-1", "db-2"] });
    const { one, survivor, both } = merged(two, opened({ ciIds: ["db-1"] }));
    expect(one).toMatchObject({ state: "cancelled", mergedInto: into });
    expect(survivor).toMatchObject({ watchers: ["other", "boss"], ciIds: ["db-1", "db-2"], state: "new" });
    expect(both.map((each) => types(each))).toEqual([["IncidentMerged"], ["IncidentDuplicateAdded"]]);
  });

  it("changes nothing when it was merged there already", () => {
    const { one, survivor } = merged(duplicate(), opened());
    expect(merge(one, survivor, { into }, on(agent))).toEqual([[], []]);
  });

  it.each<[string, () => Incident, () => Incident, string]>([
    ["into itself", () => opened(), () => opened(), "invalid_input"],
    ["into a duplicate", duplicate, () => merged(opened(), duplicate()).one, "rule_violation"],
    ["into a closed one", duplicate, () => ({ ...opened(), state: "closed" }), "rule_violation"],
    [
      "into its own consequence",
      duplicate,
      () => opened({ parentId: "INC0000002" }, agent),
      "rule_violation",
    ],
    ["into a restricted one", duplicate, () => opened({ restricted: true }), "rule_violation"],
    [
      "into a restricted one of another team",
      () => ({ ...duplicate({ restricted: true }), teamId: "hr" }),
      () => ({ ...opened({ restricted: true }), teamId: "desk" }),
      "rule_violation",
    ],
    [
      "when it is resolved",
      () => ({ ...duplicate(), state: "resolved" }),
      () => opened(),
      "illegal_transition",
    ],
  ])("is refused %s", (_what, one, survivor, code) => {
    expect(() => merge(one(), survivor(), { into: survivor().id }, on(agent))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("goes both ways only once: what is merged takes no duplicates any more", () => {
    const { one, survivor } = merged(duplicate(), opened());
    expect(() => merge(survivor, one, { into: one.id }, on(agent))).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });

  it("lets its caller go on talking, and be back in work after undoing when the desk waited for them", () => {
    const waiting: Incident = { ...duplicate(), state: "on_hold", holdReason: "awaiting_caller" };
    const { one, survivor } = merged(waiting, opened());
    const answered = done(one, comment, { text: "Here it is" }, on(other));
    expect(answered.state).toBe("cancelled");
    expect(undone(answered, survivor).one).toMatchObject({ state: "in_progress" });
    expect(undone(one, survivor).one).toMatchObject({ state: "on_hold", holdReason: "awaiting_caller" });
  });
});

describe("undoing a merge", () => {
  const person4 = fc.constantFrom("a", "b", "c", "caller");
  const report = fc.record({
    watchers: fc.uniqueArray(person4, { maxLength: 3 }),
    ciIds: fc.uniqueArray(fc.constantFrom("x", "y", "z"), { maxLength: 3 }),
  });

  it("restores both exactly, whatever they had", () => {
    const property = fc.property(report, report, (a, b) => {
      const [one, survivor] = [duplicate(a), opened(b)];
      const after = merged(one, survivor);
      const back = undone(after.one, after.survivor);
      expect([bare(back.one), bare(back.survivor)]).toEqual([bare(one), bare(survivor)]);
    });
    fc.assert(property);
  });

  it("leaves what other duplicates bring, in whichever order merges are undone", () => {
    const property = fc.property(
      fc.array(report, { minLength: 2, maxLength: 4 }),
      report,
      fc.nat(),
      (many, own, turn) => {
        let survivor = opened(own);
        const ones = many.map((each, i) => ({ ...duplicate(each), id: `INC000001${i}` }));
        const ended = ones.map((one) => {
          const after = merged(one, survivor);
          survivor = after.survivor;
          return after.one;
        });
        const order = ended.map((_, i) => ended[(i + turn) % ended.length] as Incident);
        const [gone, ...left] = order as [Incident, ...Incident[]];
        survivor = undone(gone, survivor).survivor;
        const expected = new Set([...own.ciIds, ...left.flatMap(({ ciIds }) => ciIds)]);
        expect(new Set(survivor.ciIds)).toEqual(expected);
        for (const one of left) survivor = undone(one, survivor).survivor;
        expect(bare(survivor)).toEqual(bare(opened(own)));
      },
    );
    fc.assert(property);
  });

  it("takes back only what the merge added, even if things changed in between", () => {
    const after = merged(duplicate({ watchers: ["a", "b"] }), opened());
    let { survivor } = after;
    survivor = done(survivor, watch, { personId: "own" }, on(agent));
    survivor = done(survivor, unwatch, { personId: "a" }, on(agent));
    survivor = done(survivor, watch, { personId: "a" }, on(agent));
    survivor = done(survivor, link, { type: "problem", target: "PRB0000001" }, on(agent));
    const back = undone(after.one, survivor).survivor;
    expect(back.watchers).toEqual(["own", "a"]);
    expect(back.links).toHaveLength(1);
    expect(back.brought).toBeUndefined();
  });

  it("is refused while the incident that stayed is a duplicate itself", () => {
    const first = merged(duplicate(), opened());
    const second = merged(first.survivor, { ...opened(), id: "INC0000003" });
    expect(() => unmerge(first.one, second.one)).toThrow(expect.objectContaining({ code: "rule_violation" }));
    const back = undone(second.one, second.survivor).one;
    expect(undone(first.one, back).one.state).toBe("new");
  });
});

describe("a merge never shows anybody more of what is restricted", () => {
  const people = [caller, other, stranger, agent, person("boss"), person("root", ["employee", "admin"])];
  const seenBy = (records: readonly Incident[]) =>
    people.map((who) => records.map((record) => viewIncident(who, record) !== undefined));
  const restricted = (record: Incident): Incident => ({ ...record, restricted: true, teamId: "desk" });

  it("when both are restricted: the same people see the same, and no number of the other", () => {
    const [one, two] = [restricted(duplicate({ watchers: ["boss"] })), restricted(opened())];
    const after = merged(one, two);
    expect(seenBy([after.one, after.survivor])).toEqual(seenBy([one, two]));
    expect(JSON.stringify(viewIncident(other, after.one))).not.toContain(into);
    expect(JSON.stringify(viewIncident(caller, after.survivor))).not.toContain("INC0000002");
    const [decision] = after.both as [Decision<Incident>];
    const [{ event, data } = { event: { type: "" }, data: {} }] = decision;
    const meta = {
      eventId: "",
      occurredAt: now,
      actor: { id: "agent" },
      subject: one.id,
      sequence: 2,
      correlationId: "",
    };
    const entry = {
      type: event.type,
      meta,
      data: data as object as Record<string, unknown>,
      changes: { mergedInto: { to: into } },
    };
    expect(JSON.stringify(viewIncidentEntry(other, after.one, entry))).not.toContain(into);
  });

  it("when the one that stays becomes restricted later: who came with a duplicate is no longer named in it", () => {
    const { survivor } = merged(duplicate({ watchers: ["boss"] }), opened({ watchers: ["kept"] }));
    const closed = done(survivor, edit, { restricted: true }, on(agent));
    expect(closed.watchers).toEqual(["kept"]);
    expect(viewIncident(other, closed)).toBeUndefined();
  });
});
