import { knownProblem, problemProjection } from "../../../services/configuration/known-problem.ts";
import { problemChanged } from "../../../services/configuration/subscriptions/problem-changed.ts";
import type { ProblemSnapshot } from "../../../services/problem/events-snapshot.ts";

const problem = (more: Partial<ProblemSnapshot> = {}) =>
  knownProblem({
    id: "PRB0000001",
    state: "new",
    title: "Fans stop",
    priority: 2,
    ciIds: ["CI0000002", "gateway"],
    openedAt: "2026-03-01T10:00:00.000Z",
    ...more,
  } as ProblemSnapshot);
const groups = (of: ReturnType<typeof problem>) =>
  problemProjection.memberships(of).map(({ group }) => group);

describe("an open problem", () => {
  test("stands for every CI that it, its service or its root cause names, once each", () => {
    const rootCause = { text: "Dust", ciIds: ["CI0000003", "CI0000002"] };
    expect(groups(problem({ serviceId: "CI0000009", rootCause }))).toEqual([
      "CI0000002",
      "CI0000003",
      "CI0000009",
    ]);
  });

  test("stands for none once it is resolved or closed", () => {
    for (const state of ["resolved", "closed"] as const) expect(groups(problem({ state }))).toEqual([]);
    expect(groups(problem({ state: "root_cause_analysis" }))).toEqual(["CI0000002"]);
  });

  test("is heard of whatever becomes of its state", () => {
    const heard = problemChanged.map(({ event }) => event.type);
    expect(heard).toEqual(expect.arrayContaining(["ProblemResolved", "ProblemClosed", "ProblemReanalysed"]));
  });
});
