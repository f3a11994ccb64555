import { markDuplicate } from "../../../services/problem/decisions/duplicate.ts";
import { draftKnownError, publish } from "../../../services/problem/decisions/publish.ts";
import { linkIncidents } from "../../../services/problem/decisions/relate.ts";
import type { Audience } from "../../../services/problem/known-error.ts";
import type { KnownChange, Problem } from "../../../services/problem/problem.ts";
import { applied, on, problem } from "./given.ts";

describe("a duplicate", () => {
  const survivor = problem({ id: "PRB0000002" });

  test("is closed, and the other problem is told of its incidents in the same breath", () => {
    const duplicate = problem({ incidentIds: ["INC0000001"] });
    const [closed, joined] = markDuplicate(duplicate, survivor, on);
    expect(applied(duplicate, closed)).toMatchObject({ state: "closed", duplicateOf: "PRB0000002" });
    expect(joined[0]?.changes.incidentIds).toEqual(["INC0000001"]);
  });

  test("is none of itself, of what is not there, or of what is over", () => {
    expect(() => markDuplicate(survivor, survivor, on)).toThrow(/not valid/);
    expect(() => markDuplicate(problem(), undefined, on)).toThrow(/not valid/);
    expect(() => markDuplicate(problem(), { ...survivor, state: "closed" }, on)).toThrow(/is over/);
  });

  test("takes no more incidents", () => {
    const closed = problem({ state: "closed", duplicateOf: "PRB0000002" });
    expect(() => linkIncidents.decide(closed, { incidentIds: ["INC0000001"] }, on)).toThrow(/duplicate of/);
  });

  const change = (id: string, more: Partial<KnownChange> = {}): KnownChange => ({
    id,
    state: "new",
    sequence: 1,
    ...more,
  });
  const marked = (duplicate: Problem, stays: Problem = survivor) => {
    const [closed, joined] = markDuplicate(duplicate, stays, on);
    return [applied(duplicate, closed), applied(stays, joined), closed, joined] as const;
  };

  test("gives its changes away, and they move the problem that stays", () => {
    const tied = [change("CHG0000001"), change("CHG0000002", { state: "untied" })];
    const [closed, stays] = marked(problem({ changes: tied }), { ...survivor, state: "root_cause_analysis" });
    expect(closed.changes).toEqual([]);
    expect(stays).toMatchObject({ state: "fix_in_progress", changes: [{ id: "CHG0000001" }] });
    const known = change("CHG0000001", { state: "implement", sequence: 7 });
    expect(marked(problem({ changes: tied }), { ...survivor, changes: [known] })[1].changes).toEqual([known]);
  });

  test("gives its workaround away where the other has none", () => {
    expect(marked(problem({ workaround: "Restart" }))[1].workaround).toBe("Restart");
    const own = { ...survivor, workaround: "Use the other gateway" };
    expect(marked(problem({ workaround: "Restart" }), own)[1].workaround).toBe(own.workaround);
  });

  const draft = { title: "Gateway stops", symptom: "No connection", ciIds: [] };
  const published = (one: Problem, audience: Audience = { kind: "agents" }): Problem => {
    const written = applied(one, draftKnownError.decide(one, draft, on));
    return applied(written, publish.decide(written, { audience }, on));
  };

  test("hands its published known error on: one is withdrawn, the other published for the same people", () => {
    const [closed, stays, gone, joined] = marked(published(problem()));
    expect(closed.knownError).toEqual({ draft, editions: 1 });
    expect(stays.knownError).toMatchObject({
      editions: 1,
      published: { ...draft, problemId: "PRB0000002", edition: 1, audience: { kind: "agents" } },
    });
    expect([...gone, ...joined].map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(["KnownErrorWithdrawn", "KnownErrorPublished"]),
    );
  });

  test("only withdraws it where the other has published its own, and keeps what the other is writing", () => {
    const own = { ...published(survivor, { kind: "everyone" }), id: survivor.id };
    const [closed, stays] = marked(published(problem()), own);
    expect(closed.knownError?.published).toBeUndefined();
    expect(stays.knownError).toEqual(own.knownError);
    const writing = { draft: { ...draft, title: "Ours" }, editions: 4 };
    const [, heir] = marked(published(problem()), { ...survivor, knownError: writing });
    expect(heir.knownError).toMatchObject({
      draft: { title: "Ours" },
      editions: 5,
      published: { edition: 5 },
    });
  });
});
