import { incidentsOf, type LogRow, timeOf } from "./log.ts";
import { planStep, type RecordState } from "./plan-step.ts";

const row = (changes: Readonly<Record<string, string | undefined>> = {}): LogRow => ({
  number: "INC0000045",
  incident_state: "New",
  sys_updated_by: "Updated by 21",
  sys_updated_at: "29/2/2016 01:23",
  opened_by: "Opened by 8",
  caller_id: "Caller 2403",
  contact_type: "Phone",
  category: "Category 55",
  subcategory: undefined,
  location: undefined,
  vendor: undefined,
  u_symptom: "Symptom 72",
  cmdb_ci: undefined,
  impact: "2 - Medium",
  urgency: "3 - Low",
  priority: "4 - Low",
  assignment_group: "Group 56",
  assigned_to: "Resolver 9",
  problem_id: undefined,
  rfc: undefined,
  caused_by: undefined,
  closed_code: "code 5",
  resolved_by: "Resolved by 149",
  ...changes,
});

const record = (changes: Partial<RecordState> = {}): RecordState => ({
  id: "INC0000001",
  version: 3,
  state: "new",
  title: "Symptom 72",
  channel: "phone",
  category: "Category 55",
  impact: 2,
  urgency: 3,
  ciIds: [],
  links: [],
  callerId: "Caller 2403",
  teamId: "Group 56",
  assigneeId: "Resolver 9",
  ...changes,
});

describe("reading the log", () => {
  it("reads D/M/YYYY HH:MM as UTC and refuses what is no time", () => {
    expect(timeOf("29/2/2016 01:16")).toBe(Date.UTC(2016, 1, 29, 1, 16));
    expect(timeOf("30/2/2016 01:16")).toBeUndefined();
    expect(timeOf("?")).toBeUndefined();
  });

  it("keeps an incident's saves in the order of the file, even where a time goes back", () => {
    const [incident] = incidentsOf([row({ sys_updated_at: "1/3/2016 10:00" }), row()]);
    expect(incident?.steps.map(({ at }) => at)).toEqual([
      Date.UTC(2016, 2, 1, 10, 0),
      Date.UTC(2016, 2, 1, 10, 0),
    ]);
  });
});

describe("the call a row of the log stands for", () => {
  it("opens the incident with the state of its first row", () => {
    expect(planStep(undefined, row(), undefined)).toMatchObject({
      method: "POST",
      path: "/incidents",
      body: { title: "Symptom 72", callerId: "Caller 2403", impact: 2, urgency: 3, teamId: "Group 56" },
      entry: "IncidentOpened",
    });
    expect(planStep(undefined, row({ incident_state: "Awaiting Problem" }), undefined)).toMatchObject({
      body: { begin: { state: "on_hold", reason: "awaiting_problem" } },
    });
    expect(planStep(undefined, row({ incident_state: "Resolved" }), undefined)).toMatchObject({
      body: { begin: { state: "resolved", code: "code 5", text: "Resolved by 149" } },
    });
  });

  it("says what is empty by leaving it out when opening, and by null when it was removed", () => {
    expect(planStep(undefined, row(), undefined)).not.toHaveProperty("body.location");
    expect(planStep(row(), row({ category: undefined }), record())).toMatchObject({
      method: "PATCH",
      body: { category: null },
    });
  });

  it("turns problem, fixing change and causing change into typed links", () => {
    const linked = row({ problem_id: "Problem ID 14", rfc: "CHG0000047", caused_by: "CHG0000132" });
    expect(planStep(row(), linked, record())).toMatchObject({
      method: "PATCH",
      path: "/incidents/INC0000001",
      ifMatch: 3,
      body: {
        links: [
          { type: "problem", target: "Problem ID 14" },
          { type: "fixed_by_change", target: "CHG0000047" },
          { type: "caused_by_change", target: "CHG0000132" },
        ],
      },
    });
  });

  it("assigns team and person together, with the other fields of the same save", () => {
    const moved = row({ assignment_group: "Group 70", assigned_to: undefined, impact: "1 - High" });
    expect(planStep(row(), moved, record())).toEqual({
      kind: "call",
      method: "POST",
      path: "/incidents/INC0000001/assign",
      body: { teamId: "Group 70", assigneeId: null, also: { impact: 1 } },
      as: "desk",
      entry: "IncidentAssigned",
    });
  });

  it("keeps the person who stays when only the team changes", () => {
    expect(planStep(row(), row({ assignment_group: "Group 70" }), record())).toMatchObject({
      body: { teamId: "Group 70", assigneeId: "Resolver 9" },
    });
  });

  it("makes a note of a save that changed no field of the incident", () => {
    const step = planStep(row({ made_sla: "true" }), row({ made_sla: "false" }), record());
    expect(step).toMatchObject({ path: "/incidents/INC0000001/notes", entry: "IncidentNoted" });
    expect(step).toHaveProperty("body.text", "Updated by 21 saved: made_sla: false");
  });

  it.each([
    ["Active", {}, "start"],
    ["Awaiting Vendor", {}, "hold"],
    ["Resolved", {}, "resolve"],
    ["Closed", {}, "close"],
    ["Active", { state: "on_hold", holdReason: "awaiting_caller" }, "start"],
    ["Awaiting Problem", { state: "on_hold", holdReason: "awaiting_caller" }, "hold"],
    ["Active", { state: "resolved" }, "reopen"],
    ["Active", { state: "closed" }, "reopen"],
    ["Awaiting User Info", { state: "resolved" }, "reopen"],
  ])("leads to %s from %j by %s", (state, from, action) => {
    const step = planStep(row(), row({ incident_state: state }), record(from));
    expect(step).toHaveProperty("path", `/incidents/INC0000001/${action}`);
  });

  it("puts a reopened incident straight on hold where the log does", () => {
    const held = row({ incident_state: "Awaiting User Info" });
    expect(planStep(row(), held, record({ state: "resolved" }))).toMatchObject({
      body: { hold: "awaiting_caller" },
    });
  });

  it("closes with a resolution what was never resolved", () => {
    expect(planStep(row(), row({ incident_state: "Closed" }), record())).toMatchObject({
      body: { resolution: { code: "code 5", text: "Resolved by 149" } },
    });
  });
});

describe("closing by itself", () => {
  const resolved = row({ incident_state: "Resolved" });
  const closed = row({ incident_state: "Closed", sys_updated_at: "5/3/2016 12:00" });

  it("leaves a closing after the rule's five days to the system", () => {
    const waits = record({ state: "resolved", autoCloseAt: "2016-03-05T11:29:00.000Z" });
    expect(planStep(resolved, closed, waits).kind).toBe("closes-by-itself");
  });

  it("sends a closing before that", () => {
    const waits = record({ state: "resolved", autoCloseAt: "2016-03-05T12:29:00.000Z" });
    expect(planStep(resolved, closed, waits)).toHaveProperty("path", "/incidents/INC0000001/close");
  });

  it("keeps what is done to an incident that the log shows resolved for longer than the rule allows", () => {
    const overdue = record({ state: "closed" });
    expect(planStep(resolved, resolved, overdue)).toHaveProperty("path", "/incidents/INC0000001/notes");
    const handed = row({ incident_state: "Resolved", assigned_to: "Resolver 1" });
    expect(planStep(resolved, handed, overdue)).toMatchObject({
      path: "/incidents/INC0000001/notes",
      remark: "closed incidents are not assigned to anybody else",
    });
  });
});

describe("bad data", () => {
  it.each([
    [{ incident_state: "-100" }, "state -100 does not exist"],
    [{ sys_updated_at: undefined }, "time undefined does not exist"],
    [{ impact: undefined }, "impact or urgency is missing"],
  ])("is no step: %j", (changes, reason) => {
    expect(planStep(row(), row(changes), record())).toEqual({ kind: "bad-data", reason });
  });

  it("is an incident that would become new again", () => {
    expect(planStep(row(), row(), record({ state: "in_progress" })).kind).toBe("bad-data");
  });
});
