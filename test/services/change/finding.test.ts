import { confirm, explain, raise, repeat, wasUnderWay } from "../../../services/change/decisions/finding.ts";
import type { Finding } from "../../../services/change/finding.ts";
import { differences, knownCi } from "../../../services/change/known-ci.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { now, opened, person, settings, through } from "./given.ts";
import { assessed, completed, said, started, submitted } from "./steps.ts";

const snapshot = {
  id: "gateway-1",
  name: "Gateway",
  classId: "server",
  classPath: ["server"],
  state: "live" as const,
  criticality: "high" as const,
  attributes: { model: "R2", ports: 4 },
};
const ci = knownCi(snapshot, 4);
const found = { ci, changed: ["model"], sourceId: "src.config", at: now, nearbyIds: ["CHG0000001"] };
const on = { personId: "ann", now };
const settledAs = (before: Finding | undefined, decision: Decision<Finding>): Finding =>
  decision.reduce<Finding | undefined>(
    (finding, { changes }) => applyOccurrence<Finding>(finding, "CUF0000001", changes, now),
    before,
  ) as Finding;
const raised = settledAs(undefined, raise("CUF0000001", found, settings));

const window = ["2027-01-08T00:00:00.000Z", "2027-01-11T00:00:00.000Z"] as const;
const scheduled = through(opened(), submitted, assessed, said("boss"));
const begun = through(scheduled, started({ actor: person("nora", "agent") }));

describe("what a source finds of a CI", () => {
  test("differs in attributes, place, class and state, and not in who owns it or what it is called", () => {
    const otherwise = (more: object) => differences(ci, knownCi({ ...snapshot, ...more }, 5));
    expect(otherwise({ ownerId: "nora", name: "Gate" })).toEqual([]);
    expect(otherwise({ attributes: { model: "R3", ports: 4 }, state: "retired", location: "Oslo" })).toEqual([
      "state",
      "location",
      "model",
    ]);
    expect(otherwise({ attributes: { model: "R2" }, classId: "ci" })).toEqual(["classId", "ports"]);
  });

  test("was done under a change that was being done within the time it may be about", () => {
    const done = through(begun, completed());
    expect(wasUnderWay(begun, "gateway-1", ...window)).toBe(true);
    expect(wasUnderWay({ ...done, actualEnd: "2027-01-08T12:00:00.000Z" }, "gateway-1", ...window)).toBe(
      true,
    );
  });

  test("was not where it was only planned, is another's, began later or was over before", () => {
    expect(wasUnderWay(scheduled, "gateway-1", ...window)).toBe(false);
    expect(wasUnderWay(begun, "gateway-2", ...window)).toBe(false);
    expect(wasUnderWay(begun, "gateway-1", window[0], "2027-01-08T01:00:00.000Z")).toBe(false);
    const done = { ...through(begun, completed()), actualEnd: "2027-01-07T00:00:00.000Z" };
    expect(wasUnderWay(done, "gateway-1", ...window)).toBe(false);
  });
});

describe("a finding", () => {
  test("is an incident where the policy says so", () => {
    const opens = (rule: "never" | "critical" | "always", criticality: "high" | "low") =>
      settledAs(
        undefined,
        raise(
          "CUF0000001",
          { ...found, ci: { ...ci, criticality } },
          {
            ...settings,
            unauthorizedOpensIncident: rule,
          },
        ),
      ).opensIncident;
    expect([opens("critical", "high"), opens("critical", "low")]).toEqual([true, false]);
    expect([opens("always", "low"), opens("never", "high")]).toEqual([true, false]);
  });

  test("takes in what is found meanwhile, each version of the CI once", () => {
    const again = { ...found, ci: { ...ci, sequence: 5 }, changed: ["ports"] };
    const twice = settledAs(raised, repeat(raised, again));
    expect(twice).toMatchObject({ times: 2, changed: ["model", "ports"], sequence: 5 });
    expect(repeat(twice, again)).toEqual([]);
  });

  test("is settled once, by a change of that CI or without one", () => {
    const explained = settledAs(raised, explain(raised, { text: "Ours" }, { ...on, change: undefined }));
    expect(explained).toMatchObject({ state: "explained", settledBy: "ann" });
    const illegal = expect.objectContaining({ code: "illegal_transition" });
    expect(() => confirm(explained, { text: "No" }, on)).toThrow(illegal);
    const other = { text: "Ours", changeId: "CHG0000009" };
    const withChange = (change: { ciIds: string[] } | undefined) => () =>
      explain(raised, other, { ...on, change });
    expect(withChange(undefined)).toThrow(expect.objectContaining({ code: "invalid_input" }));
    expect(withChange({ ciIds: ["x"] })).toThrow(expect.objectContaining({ code: "rule_violation" }));
    expect(settledAs(raised, withChange({ ciIds: ["gateway-1"] })()).changeId).toBe("CHG0000009");
  });
});
