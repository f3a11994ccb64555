import { type Approver, PolicyStep } from "../../../shared/approvals/policy.ts";
import { asksByName, replaceApprover } from "../../../shared/approvals/replace-approver.ts";

const person = (id: string): Approver => ({ kind: "person", id });
const role = (id: string): Approver => ({ kind: "role", id });
const step = (approvers: readonly Approver[], rule: object = { kind: "all" }) =>
  PolicyStep.parse({ name: "Asked", approvers, rule });
const asked = (steps: readonly PolicyStep[]) => steps.map(({ approvers }) => approvers);

describe("a policy that asks somebody who is gone", () => {
  test("asks who takes over, in every step, and leaves steps of others as they are", () => {
    const steps = [step([person("p"), role("lead")]), step([person("other")]), step([person("p")])];
    const given = replaceApprover(steps, "p", "q", "admin");
    expect(asked(given)).toEqual([[role("lead"), person("q")], [person("other")], [person("q")]]);
    expect(given[1]).toBe(steps[1]);
    expect([asksByName(steps, "p"), asksByName(given, "p")]).toEqual([true, false]);
  });

  test("asks a role where nobody takes over, so that no step is without anybody", () => {
    expect(asked(replaceApprover([step([person("p")])], "p", undefined, "admin"))).toEqual([[role("admin")]]);
  });

  test("asks nobody twice, but the role where a quorum could not be reached any more", () => {
    const both = [person("p"), person("q")];
    expect(asked(replaceApprover([step(both)], "p", "q", "admin"))).toEqual([[person("q")]]);
    const quorum = step(both, { kind: "quorum", count: 2 });
    expect(asked(replaceApprover([quorum], "p", "q", "admin"))).toEqual([[person("q"), role("admin")]]);
  });
});
