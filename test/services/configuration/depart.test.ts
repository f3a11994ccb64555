import type { Attestation } from "../../../services/configuration/attestation.ts";
import type { Ci } from "../../../services/configuration/ci.ts";
import { handOverCi, handOverQuestion } from "../../../services/configuration/decisions/depart.ts";

const ci = (more: Partial<Ci>): Ci =>
  ({
    id: "CI0000001",
    name: "db",
    classId: "server",
    classPath: ["server"],
    state: "live",
    ownerId: "nora",
    attributes: {},
    criticality: "low",
    ...more,
  }) as Ci;
const owners = (decision: ReturnType<typeof handOverCi>) => decision.map(({ changes }) => changes);

describe("a CI of somebody who is gone", () => {
  it("is answered for by who takes over", () => {
    expect(owners(handOverCi(ci({ teamId: "net" }), { personId: "nora", handOverTo: "abe" }))).toEqual([
      { ownerId: "abe" },
    ]);
  });

  it("is its team's where nobody takes over, and waits where it has no team", () => {
    expect(owners(handOverCi(ci({ teamId: "net" }), { personId: "nora" }))).toEqual([{ ownerId: undefined }]);
    expect(handOverCi(ci({}), { personId: "nora" })).toEqual([]);
  });

  it("is left alone when it is retired, or another's", () => {
    const to = { personId: "nora", handOverTo: "abe" };
    expect(handOverCi(ci({ state: "retired" }), to)).toEqual([]);
    expect(handOverCi(ci({ ownerId: "eve" }), to)).toEqual([]);
  });

  it("is asked about of who takes over, until it was answered", () => {
    const question = { id: "ATT0000001", ciId: "CI0000001", ownerId: "nora", state: "asked" } as Attestation;
    const to = { personId: "nora", handOverTo: "abe" };
    expect(handOverQuestion(question, to).map(({ changes }) => changes)).toEqual([{ ownerId: "abe" }]);
    expect(handOverQuestion({ ...question, state: "confirmed" }, to)).toEqual([]);
    expect(handOverQuestion(question, { personId: "nora" })).toEqual([]);
  });
});
