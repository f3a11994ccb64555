import * as fc from "fast-check";
import { Risk } from "../../../services/change/change-fields.ts";
import { chanceOf } from "../../../services/change/decisions/chance.ts";
import { storeImpact } from "../../../services/change/decisions/impact.ts";
import { judgedAnew } from "../../../services/change/decisions/judge-risk.ts";
import { numbersOf } from "../../../services/change/decisions/numbers.ts";
import { assess, submit } from "../../../services/change/decisions/progress.ts";
import { riskOf } from "../../../services/change/decisions/risk.ts";
import { defaultRiskSettings, RiskSettingsFields } from "../../../services/change/risk-settings.ts";
import { factsOfEnd } from "../../../services/change/track-record.ts";
import { impactOf, on, opened, through } from "./given.ts";
import { said, started, submitted } from "./steps.ts";

const { rules, questions } = defaultRiskSettings;
const settings = { rules, questions, mustAnswer: true };
const answers = { tested_before: "yes", done_before: "yes", backout_tested: "yes", downtime: "no" };
const refused = (code: string) => expect.objectContaining({ code });

describe("the risk of a change", () => {
  test("is the highest of all reasons, and every reason is shown, the highest first", () => {
    const { risk, reasons } = riskOf(
      opened({ impact: 2 }),
      settings,
      {},
      { ...answers, tested_before: "no" },
      "low",
    );
    expect(risk).toBe("high");
    expect(reasons.map((reason) => [reason.source, reason.risk])).toEqual([
      ["questionnaire", "high"],
      ["rule", "medium"],
      ["questionnaire", "low"],
      ["questionnaire", "low"],
      ["questionnaire", "low"],
      ["judgement", "low"],
    ]);
  });

  test("is never lowered by another reason", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Risk.options),
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        (judged, impact) => {
          const order = (risk: Risk) => Risk.options.indexOf(risk);
          const without = riskOf(opened({ impact }), settings, {}).risk;
          const withIt = riskOf(opened({ impact }), settings, {}, {}, judged).risk;
          expect(order(withIt)).toBe(Math.max(order(without), order(judged)));
        },
      ),
    );
  });

  test.each([
    [
      "a freeze within a day",
      {
        nearFreezes: [{ freezeId: "F", name: "F", from: "2027-01-10T21:00:00Z", to: "2027-01-12T00:00:00Z" }],
      },
      "medium",
    ],
    [
      "a freeze in a week",
      {
        nearFreezes: [{ freezeId: "F", name: "F", from: "2027-01-15T21:00:00Z", to: "2027-01-16T00:00:00Z" }],
      },
      "low",
    ],
    ["a conflict", { conflicts: [{ kind: "same_ci" as const }] }, "medium"],
    ["changes that often failed", { chance: { percent: 60, basis: [] } }, "high"],
    ["nothing", {}, "low"],
  ])("with %s around it follows from the rules", (_what, around, risk) => {
    expect(riskOf(opened(), settings, around).risk).toBe(risk);
  });

  test("takes hours as the clock on the wall says them", () => {
    const hours = { weekdays: [6], from: "21:00", to: "22:00", timeZone: "Europe/Oslo" };
    const rule = { when: { hours }, risk: "high" as const, reason: "Late on a Saturday" };
    const own = RiskSettingsFields.parse({ rules: [rule], questions: [] });
    expect(riskOf(opened(), own, {}).risk).toBe("high");
    expect(riskOf(opened({ plannedStart: "2027-01-09T19:00:00Z" }), own, {}).risk).toBe("low");
  });

  test("is not assessed before the questionnaire is answered, where it must be", () => {
    const change = through(opened(), submitted);
    const asked = { ...on(change), risk: { settings, around: {} } };
    expect(() => assess.decide(change, { answers: { ...answers, downtime: "maybe" } }, asked)).toThrow(
      refused("rule_violation"),
    );
    expect(() => assess.decide(change, { answers: {} }, asked)).toThrow(refused("rule_violation"));
    expect(through(change, (c) => assess.decide(c, { answers }, asked))).toMatchObject({
      risk: "low",
      answers,
    });
  });
});

describe("a risk that was worked out before it was known what depends on the CIs", () => {
  const on2 = (change: ReturnType<typeof opened>) => ({ ...on(change), risk: { settings, around: {} } });
  const answered = (change: ReturnType<typeof opened>) => assess.decide(change, { answers }, on2(change));
  const told = (change: ReturnType<typeof opened>) =>
    storeImpact(change, 9, impactOf(change.ciIds, ["vpn"]), (latest) =>
      judgedAnew(latest, { risk: { settings, around: {} } }),
    );

  test("says so, and is worked out anew when it is, with the answers and the judgement of before", () => {
    const before = through(opened(), submitted, (c) => assess.decide(c, { answers, risk: "medium" }, on2(c)));
    expect(before).toMatchObject({ risk: "medium", riskMissing: ["impact"] });
    const after = through(before, told);
    expect(after.risk).toBe("high");
    expect(after.riskMissing).toBeUndefined();
    expect(after.riskReasons?.map(({ source }) => source)).toEqual(
      expect.arrayContaining(["rule", "questionnaire", "judgement"]),
    );
  });

  test("takes nothing from what depends on other CIs, and says where not all was looked at", () => {
    const others = { ...through(opened(), told), ciIds: ["gateway-2"] };
    const risky = through(others, submitted, answered);
    expect(risky).toMatchObject({ risk: "low", riskMissing: ["impact"] });
    const cut = { truncated: { reason: "time" as const, detail: "", notFollowed: 1 } };
    const partly = through(opened(), (c) => storeImpact(c, 9, impactOf(c.ciIds, ["vpn"], cut)));
    expect(through(partly, submitted, answered).riskMissing).toEqual(["whole_impact"]);
  });

  test("stays what it was where nobody has assessed it, or the work goes on", () => {
    expect(through(opened(), told).risk).toBeUndefined();
    const doing = through(opened(), submitted, answered, said("boss"), started());
    expect(through(doing, told).risk).toBe(doing.risk);
  });
});

describe("the risk of what nobody assesses", () => {
  const submit2 = (change: ReturnType<typeof opened>) =>
    submit.decide(change, {}, { ...on(change), risk: { settings, around: {} } });

  test.each(["emergency", "standard"] as const)("is worked out when a %s change is submitted", (type) => {
    const change = through({ ...opened({ justification: "Now", impact: 2 }), type }, submit2);
    expect(change.risk).toBe("medium");
    expect(change.riskReasons?.length).toBe(type === "emergency" ? 2 : 1);
  });
});

describe("the chance of success", () => {
  test("begins with what is known of all, and comes close to what is known of the like", () => {
    const all = { of: "all", changes: 100, successful: 90 };
    expect(chanceOf([]).percent).toBe(90);
    expect(chanceOf([all]).percent).toBe(90);
    expect(chanceOf([all, { of: "team", changes: 2, successful: 0 }]).percent).toBe(75);
    expect(chanceOf([all, { of: "team", changes: 1000, successful: 500 }]).percent).toBe(50);
  });

  test("lies between none and all, and grows with every success", () => {
    const records = fc.array(
      fc
        .tuple(fc.nat(100), fc.nat(100))
        .map(([good, bad]) => ({ of: "x", changes: good + bad, successful: good })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(records, (known) => {
        const better = known.map((record) => ({
          ...record,
          changes: record.changes + 50,
          successful: record.successful + 50,
        }));
        const { percent } = chanceOf(known);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(chanceOf(better).percent).toBeGreaterThanOrEqual(percent);
      }),
    );
  });
});

describe("the numbers of changes", () => {
  const end = (o: "successful" | "successful_with_issues" | "failed", h: number, i?: number) => ({ o, h, i });

  test("count outcomes, the time they took and the incidents they caused", () => {
    const ends = [end("successful", 10), end("successful_with_issues", 30, 2), end("failed", 20)];
    expect(numbersOf(ends)).toEqual({
      changes: 3,
      successful: 1,
      successfulWithIssues: 1,
      backedOut: 0,
      failed: 1,
      successPercent: 66.7,
      causedIncidents: 2,
      leadHours: { median: 20, ninth: 30 },
    });
    expect(numbersOf([])).not.toHaveProperty("successPercent");
  });

  test("are kept under all that changes have in common, once per change", () => {
    const change = { ...opened({ teamId: "network", serviceId: "vpn" }), id: "CHG0000009" };
    const facts = factsOfEnd(change, { o: "failed", h: 1 }, "2027-01-09T22:00:00.000Z");
    expect(facts.map(({ key }) => key)).toEqual([
      "all#2027-01-04",
      "type#normal#2027-01-04",
      "service#vpn#2027-01-04",
      "team#network#2027-01-04",
      "ci#gateway-1#2027",
    ]);
    expect(new Set(facts.map(({ entry }) => entry))).toEqual(new Set(["CHG0000009"]));
  });
});
