import type { Change } from "../../../services/change/change.ts";
import { noteModified } from "../../../services/change/decisions/modify.ts";
import { review } from "../../../services/change/decisions/progress.ts";
import { now, on, opened, person, through } from "./given.ts";
import { assessed, completed, edited, said, started, submitted } from "./steps.ts";

const modifications = { cis: [{ ciId: "gateway-1", set: { location: "Bergen" } }], relations: [] };
const begun = through(
  opened({ modifications }),
  submitted,
  assessed,
  said("boss"),
  started({ actor: person("nora", "agent") }),
);
const found = (outcome: NonNullable<Change["outcome"]>) => (change: Change) =>
  review.decide(change, { outcome, text: "Looked at" }, on(change));
const due = (
  change: Change,
  step: (change: Change) => readonly { readonly event: { readonly type: string } }[],
) => step(change).filter(({ event }) => event.type === "ChangeModificationsDue").length;

describe("modifications of the CMDB", () => {
  test("are due when the change is implemented with success, once", () => {
    const done = through(begun, completed());
    expect(done.modified).toMatchObject({ applies: true });
    expect(due(done, found("successful_with_issues"))).toBe(0);
  });

  test("are not due when it was backed out or failed", () => {
    for (const outcome of ["backed_out", "failed"] as const)
      expect(through(begun, completed(outcome)).modified).toBeUndefined();
  });

  test("are taken back when the review finds that it was backed out, and due when it finds a success", () => {
    const done = through(begun, completed());
    expect(through(done, found("backed_out")).modified).toMatchObject({ applies: false });
    expect(through(begun, completed("failed"), found("successful")).modified).toMatchObject({
      applies: true,
    });
  });

  test("are a part of what is approved: others void the approval", () => {
    const scheduled = through(opened({ modifications }), submitted, assessed, said("boss"));
    const other = { cis: [{ ciId: "gateway-1", set: { location: "Oslo" } }], relations: [] };
    const after = through(scheduled, edited({ modifications: other }));
    expect([after.state, after.approval?.state]).toEqual(["assess", "void"]);
  });

  test("are of the change's own CIs only", () => {
    const refused = expect.objectContaining({ code: "rule_violation" });
    expect(() => opened({ modifications, ciIds: ["other-1"] })).toThrow(refused);
    expect(() => edited({ ciIds: [] })(opened({ modifications }))).toThrow(refused);
  });

  test("are told as configuration management settled them; what is older changes nothing", () => {
    const done = through(begun, completed());
    const results = [{ of: "gateway-1", outcome: "refused" as const, reason: "There is no gateway-1" }];
    const told = { changeId: done.id, sequence: done.version, applies: true, results };
    const after = through(done, (change) => noteModified(change, told, now));
    expect(after.modified).toMatchObject({ settledAt: now, results });
    expect(noteModified(after, told, now)).toEqual([]);
    expect(noteModified(after, { ...told, sequence: 99, applies: false }, now)).toEqual([]);
  });
});
