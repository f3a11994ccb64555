import { viewIncident } from "../../../services/incident/access.ts";
import { snapshotOf } from "../../../services/incident/decisions/command.ts";
import { edit } from "../../../services/incident/decisions/edit.ts";
import { complete, OpenIncident, openIncident, routable } from "../../../services/incident/decisions/open.ts";
import { resolve } from "../../../services/incident/decisions/progress.ts";
import { IncidentSnapshot } from "../../../services/incident/events.ts";
import { SettingsFields } from "../../../services/incident/settings.ts";
import { incidentRecords, settingsRecords } from "../../../services/incident/table.ts";
import { agent, applied, caller, done, on, opened } from "./given.ts";

const vips = [{ personId: "boss", note: "Ring first" }, { personId: "chair" }];
const circumstances = (vipUrgency: "keep" | "raise" = "keep") => {
  const plain = on(agent);
  return { ...plain, settings: { ...plain.settings, vips, vipUrgency } };
};
const report = (given: object = {}, rule: "keep" | "raise" = "keep") => {
  const input = OpenIncident.parse({ title: "No network", callerId: "boss", ...given });
  return applied(undefined, openIncident("INC0000001", input, circumstances(rule)));
};

describe("callers who need special handling", () => {
  it("mark their incidents, with the note for agents", () => {
    expect(report()).toMatchObject({ vip: true, handlingNote: "Ring first" });
    expect(report({ callerId: "chair" })).not.toHaveProperty("handlingNote");
    expect(opened()).not.toHaveProperty("vip");
  });

  it("mark and unmark an incident when its caller changes, and only then", () => {
    const other = done(report(), edit, { callerId: "caller" }, circumstances());
    expect([other.vip, other.handlingNote]).toEqual([undefined, undefined]);
    expect(done(other, edit, { callerId: "boss" }, circumstances())).toMatchObject({ vip: true });
    expect(done(opened({ callerId: "boss" }), edit, { category: "x" }, circumstances()).vip).toBeUndefined();
  });

  it("are not told of it, nor is anybody who does not work on incidents", () => {
    const seen = viewIncident({ ...caller, id: "boss" }, report());
    expect(seen).toMatchObject({ callerId: "boss" });
    expect([seen?.vip, seen?.handlingNote]).toEqual([undefined, undefined]);
    expect(viewIncident(agent, report())).toMatchObject({ vip: true, handlingNote: "Ring first" });
  });

  it("are published as such, without the note", () => {
    const published = IncidentSnapshot.parse(snapshotOf(report()));
    expect(published.vip).toBe(true);
    expect(JSON.stringify(published)).not.toContain("Ring first");
  });

  it.each([
    [3, 2],
    [2, 1],
    [1, 1],
  ])("raise urgency %i to %i where the desk says so, and the rules see that priority", (urgency, raised) => {
    expect(report({ urgency }).urgency).toBe(urgency);
    const given = report({ urgency }, "raise");
    expect(given.urgency).toBe(raised);
    const input = OpenIncident.parse({ title: "x", callerId: "boss", urgency });
    const on = circumstances("raise");
    expect(routable(complete(input, on), on)?.priority).toBe(given.priority);
    expect(report({ urgency, callerId: "caller" }, "raise").urgency).toBe(urgency);
  });

  it("stand in their queue while the incident is open", () => {
    const indexed = (incident: ReturnType<typeof report>) => incidentRecords.indexes(incident).vips;
    expect(indexed(report())?.partition).toBe("vip");
    expect(indexed(opened())).toBeUndefined();
    const solved = done(report(), resolve, { code: "solved", text: "Done" }, circumstances());
    expect(indexed(solved)).toBeUndefined();
  });

  it("are named once each, at most five hundred, and fit the settings' history", () => {
    const accepts = (list: unknown) => SettingsFields.shape.vips.safeParse(list).success;
    const people = (count: number, note?: string) =>
      Array.from({ length: count }, (_, i) => ({ personId: `p${i}`, note }));
    expect([accepts(undefined), accepts(people(500)), accepts(people(501))]).toEqual([true, true, false]);
    expect(accepts([...people(1), ...people(1)])).toBe(false);
    expect(accepts(people(500, "x".repeat(300)))).toBe(false);
  });

  it("are none where the settings were stored before there were any", () => {
    const { vips: _vips, openTasks: _tasks, vipUrgency: _urgency, ...old } = on(agent).settings;
    expect(settingsRecords.view(agent, { ...old, autoCloseDays: 9 } as never)).toMatchObject({
      vips: [],
      openTasks: "block",
      vipUrgency: "keep",
      autoCloseDays: 9,
    });
  });
});
