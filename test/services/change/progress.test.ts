import { approvalOf } from "../../../services/change/decisions/command.ts";
import { assess, close, review, submit } from "../../../services/change/decisions/progress.ts";
import { ModelFields, usualModels } from "../../../services/change/model.ts";
import { on, opened, person, plans, through } from "./given.ts";
import { assessed, completed, edited, said, started, submitted } from "./steps.ts";

const refused = (code: string) => expect.objectContaining({ code });
const authorized = () => through(opened(), submitted, assessed, said("boss"));

describe("a model that names nobody", () => {
  test.each(["normal", "emergency"] as const)("asks whom the usual model of a %s change asks", (type) => {
    const model = ModelFields.parse({ name: "Open door", type });
    const { steps } = approvalOf({ type }, on({}, { model }));
    expect(steps[0]?.approvers).toEqual([{ kind: "role", id: "change-manager" }]);
  });

  test("lets nothing through unasked", () => {
    const change = through(opened(), submitted);
    const asked = { version: change.version, steps: [] };
    expect(() => assess.decide(change, { answers: {} }, on(change, { asked }))).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });
});

describe("a normal change", () => {
  test("is assessed, authorised, done, looked back upon and closed", () => {
    const done = through(authorized(), started(), completed());
    expect(done).toMatchObject({ state: "review", outcome: "successful" });
    expect(through(done, (change) => close.decide(change, {}, on(change))).state).toBe("closed");
  });

  test("is put to nobody before it has a window and the plans its model asks for", () => {
    const { backout: _without, ...others } = plans;
    const unplanned = through(
      opened({ plans: others, plannedStart: undefined, plannedEnd: undefined }),
      submitted,
    );
    expect(() => through(unplanned, assessed)).toThrow(
      expect.objectContaining({
        code: "rule_violation",
        violations: [
          { path: "plannedStart", message: "Not said yet" },
          { path: "plannedEnd", message: "Not said yet" },
          { path: "plans.backout", message: "Not said yet" },
        ],
      }),
    );
  });

  test("is not submitted before what its model asks for is said", () => {
    const model = {
      ...usualModels.normal,
      requiredFields: ["serviceId", "ciIds"] as ("serviceId" | "ciIds")[],
    };
    const byModel = (change: ReturnType<typeof opened>) => submit.decide(change, {}, on(change, { model }));
    expect(() => through(opened({ ciIds: [] }), byModel)).toThrow(refused("rule_violation"));
    expect(through(opened({ serviceId: "vpn" }), byModel).state).toBe("assess");
  });

  test("that is rejected is new again, and can be asked about anew", () => {
    const rejected = through(opened(), submitted, assessed, said("boss", "reject"));
    expect(rejected).toMatchObject({ state: "new", approval: { state: "rejected", round: 1 } });
    const again = through(rejected, submitted, assessed);
    expect(again.approval).toMatchObject({ state: "pending", round: 2 });
  });
});

describe("an emergency change", () => {
  test("goes straight to who authorises it", () => {
    const asked = through(opened({ type: "emergency", justification: "Nobody can sign in" }), submitted);
    expect(asked).toMatchObject({ state: "authorize", approval: { state: "pending" } });
  });

  test("is looked back upon before it is closed", () => {
    const done = through(
      opened({ type: "emergency", justification: "Nobody can sign in" }),
      submitted,
      said("boss"),
      started(),
      completed(),
    );
    expect(() => close.decide(done, {}, on(done))).toThrow(refused("rule_violation"));
    const found = { outcome: "successful_with_issues" as const, text: "It took long" };
    expect(through(done, (c) => close.decide(c, { review: found }, on(c)))).toMatchObject({
      state: "closed",
      outcome: "successful_with_issues",
    });
    expect(through(done, (c) => review.decide(c, found, on(c))).state).toBe("review");
  });
});

describe("another scope than was approved (C17)", () => {
  test.each([
    ["CIs", { ciIds: ["gateway-1", "gateway-2"] }],
    ["window", { plannedStart: "2027-01-09T19:00:00.000Z" }],
    ["plans", { plans: { ...plans, backout: "None" } }],
    ["service", { serviceId: "vpn" }],
    ["impact", { impact: 1 as const }],
  ])("of %s voids the approval and takes it back to assessment", (_what, edits) => {
    expect(through(authorized(), edited(edits))).toMatchObject({
      state: "assess",
      approval: { state: "void" },
    });
  });

  test("is not what a corrected description or another person to do it is", () => {
    const change = through(authorized(), edited({ description: "With a chain", assigneeId: "abe" }));
    expect(change).toMatchObject({ state: "scheduled", approval: { state: "approved" } });
  });

  test("cannot be smuggled in while it is being done", () => {
    const doing = through(authorized(), started());
    expect(() => through(doing, edited({ ciIds: ["other"] }))).toThrow(refused("illegal_transition"));
  });

  test("is approved anew, not by what was said before", () => {
    const again = through(authorized(), edited({ ciIds: ["other"] }), assessed);
    expect(again).toMatchObject({ state: "authorize", approval: { round: 2, state: "pending" } });
  });
});

describe("separation of duties (C18)", () => {
  const asked = through(opened({ assigneeId: "abe" }), submitted, assessed);

  test.each(["ann", "abe"])("who asks for a change or does it (%s) does not approve it", (who) => {
    expect(() => through(asked, said(who))).toThrow(refused("forbidden"));
  });

  test("who became its implementer after it was asked does not approve it either", () => {
    const later = through(asked, edited({ assigneeId: "boss" }));
    expect(() => through(later, said("boss"))).toThrow(refused("forbidden"));
  });

  test("who approved it does not get the work, nor begins it", () => {
    const approved = through(asked, said("boss"));
    expect(() => through(approved, edited({ assigneeId: "boss" }))).toThrow(refused("rule_violation"));
    const boss = { actor: person("boss", "agent") };
    expect(() => through(approved, started(boss))).toThrow(refused("rule_violation"));
  });
});
