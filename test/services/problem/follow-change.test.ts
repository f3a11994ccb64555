import fc from "fast-check";
import { snapshotOf } from "../../../services/problem/decisions/command.ts";
import { followChange } from "../../../services/problem/decisions/follow-change.ts";
import type { KnownChange } from "../../../services/problem/problem.ts";
import { applied, on, problem } from "./given.ts";

const change = (more: Partial<KnownChange> = {}): KnownChange => ({
  id: "CHG0000001",
  state: "new",
  sequence: 1,
  ...more,
});
const closed = (outcome: string, more: Partial<KnownChange> = {}) =>
  change({ state: "closed", outcome, sequence: 9, ...more });
const left = (before: ReturnType<typeof problem>, ...changes: readonly KnownChange[]) =>
  changes.reduce((one, each) => applied(one, followChange(one, each, on)), before);
const analysed = () => problem({ state: "root_cause_analysis" });
const fixing = () => left(analysed(), change());

describe("a problem and the changes that are to fix it", () => {
  test("begins to be fixed when the first change for it is there", () => {
    expect(fixing()).toMatchObject({ state: "fix_in_progress", changes: [{ id: "CHG0000001" }] });
  });

  test("is resolved when all of them are over and one was successful", () => {
    const two = left(fixing(), change({ id: "CHG0000002" }));
    const half = left(two, closed("successful"));
    expect(half.state).toBe("fix_in_progress");
    expect(left(half, closed("successful_with_issues", { id: "CHG0000002" }))).toMatchObject({
      state: "resolved",
      resolution: "Fixed by change CHG0000002",
    });
  });

  test("is resolved, too, when the last that was open is given up or untied after another succeeded", () => {
    const half = left(fixing(), change({ id: "CHG0000002" }), closed("successful"));
    const last = { id: "CHG0000002", sequence: 5 };
    for (const state of ["cancelled", "untied"])
      expect(left(half, change({ ...last, state }))).toMatchObject({
        state: "resolved",
        resolution: "Fixed by change CHG0000001",
      });
  });

  test("is resolved by a change that succeeds after another failed, not by one that succeeded before", () => {
    const two = left(fixing(), change({ id: "CHG0000002" }));
    const later = left(two, closed("failed"), closed("successful", { id: "CHG0000002" }));
    expect(later).toMatchObject({ state: "resolved", resolution: "Fixed by change CHG0000002" });
    const earlier = left(two, closed("successful", { id: "CHG0000002" }), closed("failed"));
    expect(earlier.state).toBe("root_cause_analysis");
    const again = left(earlier, change({ id: "CHG0000003" }));
    expect(again.state).toBe("fix_in_progress");
    const givenUp = change({ id: "CHG0000003", state: "cancelled", sequence: 2 });
    expect(left(again, givenUp).state).toBe("fix_in_progress");
  });

  test.each(["new", "assess", "root_cause_analysis"] as const)(
    "is being fixed once a change for it is there, and is resolved by its success, from %s on",
    (state) => {
      const raised = left(problem({ state }), change());
      expect(raised.state).toBe("fix_in_progress");
      expect(left(raised, closed("successful")).state).toBe("resolved");
      expect(left(problem({ state }), closed("successful")).state).toBe("resolved");
      expect(left(problem({ state }), change({ state: "cancelled" })).state).toBe(state);
    },
  );

  test("is left to people where the rules say so, or where its tasks are open", () => {
    const leave = { ...on, settings: { ...on.settings, fixedByChange: "leave" as const } };
    const decision = followChange(fixing(), closed("successful"), leave);
    expect(applied(fixing(), decision).state).toBe("fix_in_progress");
    const busy = { ...fixing(), tasks: [{ id: "1", title: "Test", state: "open" as const }] };
    expect(left(busy, closed("successful")).state).toBe("fix_in_progress");
  });

  test("comes back to its analysis when one fails, also after it was resolved", () => {
    expect(left(fixing(), closed("failed")).state).toBe("root_cause_analysis");
    const resolved = left(fixing(), closed("successful"));
    expect(left(resolved, closed("backed_out", { sequence: 12 }))).toMatchObject({
      state: "root_cause_analysis",
      reanalysisCount: 1,
    });
  });

  test("is not fixed by a change that was cancelled without having been done", () => {
    expect(left(fixing(), change({ state: "cancelled", sequence: 5 })).state).toBe("fix_in_progress");
  });

  test("knows the last word of each change, whatever the order of the words", () => {
    const word = fc.record({
      id: fc.constantFrom("CHG0000001", "CHG0000002"),
      sequence: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const known = left(
          problem(),
          ...words.map(({ id, sequence }) => change({ id, sequence, state: `s${sequence}` })),
        );
        for (const id of new Set(words.map((each) => each.id))) {
          const last = Math.max(...words.filter((each) => each.id === id).map(({ sequence }) => sequence));
          expect(known.changes.find((each) => each.id === id)).toMatchObject({
            sequence: last,
            state: `s${last}`,
          });
        }
      }),
    );
  });

  test("forgets a change that is untied, and does not take its earlier words for news", () => {
    const untied = left(fixing(), change({ state: "untied", sequence: 4 }));
    expect(snapshotOf(untied).changeIds).toEqual([]);
    expect(followChange(untied, change({ sequence: 3 }), on)).toEqual([]);
    expect(followChange(problem(), change({ state: "untied" }), on)).toEqual([]);
  });
});
