import {
  incidentLinkActions,
  withLinking,
} from "../../../services/portal/src/pages/problems/incident-link-actions.ts";
import {
  type Problem,
  problemActions,
  withWork,
} from "../../../services/portal/src/pages/problems/problem-actions.ts";
import {
  editedProblem,
  openBodyOf,
  shownEdit,
  typedEdit,
  typedFrom,
} from "../../../services/portal/src/pages/problems/problem-form.ts";
import { fieldsOf } from "../../../services/portal/src/parts/record/action.ts";

const problem = (more: Partial<Problem> = {}): Problem =>
  ({
    id: "PRB0000001",
    version: 3,
    title: "VPN drops",
    impact: 2,
    urgency: 2,
    category: "network",
    ciIds: ["vpn-1"],
    state: "assess",
    actions: [],
    ...more,
  }) as Problem;

describe("a problem that is opened", () => {
  it("begins with what leads to it: its incidents, and what they are about", () => {
    const typed = typedFrom("?incident=INC0000001&incident=INC0000002&title=VPN%20drops&ci=vpn-1");
    expect(openBodyOf(typed)).toEqual({
      title: "VPN drops",
      impact: 3,
      urgency: 3,
      ciIds: ["vpn-1"],
      incidentIds: ["INC0000001", "INC0000002"],
    });
  });
});

describe("a problem that is edited", () => {
  it("takes away what was emptied, and leaves what was not touched", () => {
    const before = editedProblem(problem());
    const edited = typedEdit(before, { ...shownEdit(before), category: undefined, title: "VPN drops daily" });
    expect(edited).toEqual({ ...before, category: null, title: "VPN drops daily" });
  });
});

describe("what may be done to a problem", () => {
  const doneBy = (role: string, more: Partial<Problem> = {}): readonly string[] =>
    withWork(problem(more), { id: "x", roles: [role], teams: [] }).actions ?? [];

  it("is to tell of it for problem managers only, the way round only where there is one", () => {
    expect(doneBy("agent")).not.toContain("communicate_fix");
    expect(doneBy("problem-manager")).toContain("communicate_fix");
    expect(doneBy("problem-manager")).not.toContain("communicate");
    expect(doneBy("problem-manager", { workaround: "Use the web" })).toContain("communicate");
  });

  it("lets who resolves it choose what becomes of the incidents that wait, or leave it to the rules", () => {
    const resolve = problemActions.find(({ action }) => action === "resolve");
    const held = resolve && fieldsOf(resolve, problem()).find(({ name }) => name === "heldIncidents");
    expect(held?.choices?.map(({ value }) => value)).toEqual(["resolve", "offer"]);
    expect(held?.isRequired).toBeUndefined();
  });

  it("takes incidents by their numbers, however they are written below each other; those of a duplicate are another's", () => {
    const [link] = incidentLinkActions;
    expect(link?.body?.({ incidentIds: "inc0000001, INC0000002\nINC0000003" }, problem())).toEqual({
      incidentIds: ["INC0000001", "INC0000002", "INC0000003"],
    });
    expect(withLinking(problem(), true).actions).toEqual(["link"]);
    expect(withLinking(problem({ duplicateOf: "PRB0000002" }), true).actions).toEqual([]);
    expect(withLinking(problem(), false).actions).toEqual([]);
  });
});
