import { OpenIncident, openIncident } from "../../../services/incident/decisions/open.ts";
import { defaultMatrix, priorityOf } from "../../../shared/domain/priority.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { agent, caller, now, on, opened } from "./given.ts";

describe("opening an incident", () => {
  it("makes the one who reports it the caller", () => {
    expect(opened()).toMatchObject({ callerId: "caller", openedBy: "caller", state: "new", openedAt: now });
  });

  it("keeps apart who reports and who needs help", () => {
    expect(opened({ callerId: "colleague" })).toMatchObject({ callerId: "colleague", openedBy: "caller" });
  });

  it.each([
    [1, 1, 1],
    [1, 2, 2],
    [1, 3, 3],
    [2, 1, 2],
    [2, 2, 3],
    [2, 3, 4],
    [3, 1, 3],
    [3, 2, 4],
    [3, 3, 5],
  ] as const)("gives impact %i and urgency %i priority %i", (impact, urgency, priority) => {
    expect(priorityOf(defaultMatrix, { impact, urgency })).toBe(priority);
    expect(opened({ impact, urgency }).priority).toBe(priority);
  });

  it("cannot be given a priority by hand", () => {
    expect(OpenIncident.safeParse({ title: "x", priority: 1 }).success).toBe(false);
  });

  it("can be solved on the phone in the very first call", () => {
    const begin = { state: "resolved", code: "advice", text: "Restarted" };
    const solved = opened({ begin }, agent);
    expect(solved).toMatchObject({ state: "resolved", resolvedBy: "agent", resolution: { code: "advice" } });
    expect(solved.autoCloseAt).toBe("2026-03-07T09:00:00.000Z");
  });

  it.each([
    ["teamId", "network"],
    ["assigneeId", "agent"],
    ["parentId", "INC0000009"],
    ["begin", { state: "in_progress" }],
    ["links", [{ type: "problem", target: "PRB1" }]],
  ])("leaves %s to agents", (field, value) => {
    const input = OpenIncident.parse({ title: "x", [field]: value });
    expect(() => openIncident("INC0000001", input, on(caller))).toThrow(Refusal);
    expect(openIncident("INC0000001", input, on(agent))).toHaveLength(1);
  });

  it("gives a restricted one that names neither team nor assignee to the team for such ones", () => {
    expect(opened({ restricted: true })).toMatchObject({ teamId: "service-desk", reassignmentCount: 0 });
    expect(opened({ restricted: true, teamId: "legal" }, agent).teamId).toBe("legal");
    expect(opened({ restricted: true, assigneeId: "lee" }, agent).teamId).toBeUndefined();
    expect(opened().teamId).toBeUndefined();
  });

  it("does not publish the title of a restricted incident", () => {
    const input = OpenIncident.parse({ title: "Payroll leak", restricted: true });
    const [occurrence] = openIncident("INC0000001", input, on(caller));
    expect(JSON.stringify(occurrence?.data)).not.toContain("Payroll");
    expect(occurrence?.changes.title).toBe("Payroll leak");
  });
});
