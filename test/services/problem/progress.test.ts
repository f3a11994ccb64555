import { edit } from "../../../services/problem/decisions/edit.ts";
import { acceptRisk, cancel, reanalyse, resolve } from "../../../services/problem/decisions/progress.ts";
import { linkIncidents, unlinkIncidents } from "../../../services/problem/decisions/relate.ts";
import { requestChange } from "../../../services/problem/decisions/request-change.ts";
import { addTask } from "../../../services/problem/decisions/tasks.ts";
import { applied, now, on, problem } from "./given.ts";

const analysed = (more = {}) => problem({ state: "root_cause_analysis", ...more });
const fix = { text: "Patched" };

describe("a problem", () => {
  test("has its priority from impact and urgency, also when they are corrected", () => {
    expect(problem().priority).toBe(3);
    expect(applied(problem(), edit.decide(problem(), { impact: 1, urgency: 1 }, on)).priority).toBe(1);
  });

  test("is resolved by a fix, and says what becomes of incidents that wait for it", () => {
    expect(applied(analysed(), resolve.decide(analysed(), fix, on))).toMatchObject({
      state: "resolved",
      resolutionCode: "fix_applied",
      heldIncidents: "resolve",
      resolvedAt: now,
    });
    const offered = resolve.decide(analysed(), { ...fix, heldIncidents: "offer" }, on);
    expect(applied(analysed(), offered).heldIncidents).toBe("offer");
  });

  test("is not resolved before anybody has looked for its cause", () => {
    expect(() => resolve.decide(problem(), fix, on)).toThrow(/not possible in state "new"/);
  });

  test("is analysed again, whatever closed it, and counts that", () => {
    const closed = applied(analysed(), acceptRisk.decide(analysed(), { reason: "Cheap" }, on));
    expect(closed).toMatchObject({ state: "closed", resolutionCode: "risk_accepted" });
    const again = applied(closed, reanalyse.decide(closed, { reason: "Not so cheap" }, on));
    expect(again).toMatchObject({ state: "root_cause_analysis", reanalysisCount: 1 });
    expect(again).not.toHaveProperty("resolutionCode");
    expect(again).not.toHaveProperty("closedAt");
  });

  test("is not resolved over open tasks where the rules say so; cancelling ends them", () => {
    const busy = applied(analysed(), addTask.decide(analysed(), { title: "Read logs" }, on));
    expect(() => resolve.decide(busy, fix, on)).toThrow("Complete or cancel its tasks first: 1");
    const lenient = { ...on, settings: { ...on.settings, openTasks: "cancel" as const } };
    expect(applied(busy, resolve.decide(busy, fix, lenient)).tasks).toMatchObject([
      { state: "cancelled", endedWithProblem: true },
    ]);
    expect(applied(busy, cancel.decide(busy, { reason: "None" }, on)).tasks?.[0]?.state).toBe("cancelled");
  });

  test("keeps the newest hundred of its incidents, and tells of those that are new", () => {
    const ids = (from: number) =>
      Array.from({ length: 100 }, (_, i) => `INC${String(from + i).padStart(7, "0")}`);
    const first = applied(problem(), linkIncidents.decide(problem(), { incidentIds: ids(1) }, on));
    const [more] = linkIncidents.decide(first, { incidentIds: ids(51) }, on);
    expect(more?.data).toMatchObject({ incidentIds: ids(101).slice(0, 50) });
    expect(more?.changes.incidentIds).toHaveLength(100);
    expect(more?.changes.incidentIds).toEqual(expect.arrayContaining(ids(101).slice(0, 50)));
    expect(linkIncidents.decide(first, { incidentIds: ids(1) }, on)).toEqual([]);
  });

  test("takes incidents off also when it does not name them, because incidents may know better", () => {
    expect(unlinkIncidents.decide(problem(), { incidentIds: ["INC0000009"] }, on)).toHaveLength(1);
  });

  test("asks for several changes, told apart by number, on the CIs at fault", () => {
    const caused = problem({ rootCause: { text: "Leak", ciIds: ["db-1"] } });
    const wanted = { title: "Patch", type: "normal" as const };
    const once = applied(caused, requestChange.decide(caused, wanted, on));
    const [second] = requestChange.decide(once, wanted, on);
    expect(second?.data).toMatchObject({ request: { number: 2, ciIds: ["db-1"], requestedBy: "pia" } });
  });
});
