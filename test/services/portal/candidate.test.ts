import { candidateActions } from "../../../services/portal/src/pages/problems/candidate-actions.ts";
import { bodyOfFields } from "../../../services/portal/src/parts/form/field-spec.ts";
import { fieldsOf } from "../../../services/portal/src/parts/record/action.ts";

describe("accepting a candidate that came back", () => {
  it("names no problem by itself: the one it had may be over, and the API knows", () => {
    const [accept] = candidateActions((id) => id.toUpperCase());
    if (accept === undefined) throw new Error("no action");
    const candidate = {
      id: "PRC0000001",
      version: 2,
      likeness: { kind: "ci", ciId: "db-1" },
      problemId: "PRB0000001",
    } as const;
    const fields = fieldsOf(accept, candidate);
    expect(accept.body?.(bodyOfFields(fields, {}), candidate)).toEqual({
      title: "DB-1",
      impact: 3,
      urgency: 3,
    });
    expect(fields.find(({ name }) => name === "problemId")?.hint).toContain("PRB0000001");
  });
});
