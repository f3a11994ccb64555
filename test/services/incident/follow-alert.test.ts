import {
  followAlert,
  hearOfDuplicate,
  isNewFailure,
  passOn,
  type Report,
} from "../../../services/incident/decisions/follow-alert.ts";
import { OpenIncident, openIncident } from "../../../services/incident/decisions/open.ts";
import { cancel, resolve } from "../../../services/incident/decisions/progress.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { incidentRecords } from "../../../services/incident/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { agent, applied, done, on, types } from "./given.ts";

const service = on(serviceActor("incident"));
const alert = { id: "ALT1", episode: 1, transition: 1, occurrences: 1 };
const input = OpenIncident.parse({ title: "503 from web-1", channel: "monitoring", ciIds: ["web-1"] });
const opened = (): Incident =>
  applied(undefined, openIncident("INC0000001", input, service, undefined, { alert }));

const report = (more: Partial<Report> = {}): Report => ({
  state: "firing",
  since: "2026-03-02T09:05:00.000Z",
  transition: 2,
  occurrences: 1,
  means: { severity: "critical", impact: 1, urgency: 1, ciIds: ["web-1", "web-2"] },
  isChange: true,
  ...more,
});

describe("an alert that gets worse", () => {
  test("makes an incident that nobody works on worse, and about more", () => {
    const decision = followAlert(opened(), report(), false, service);
    expect(types(decision)).toEqual(["IncidentUpdated"]);
    expect(applied(opened(), decision)).toMatchObject({
      impact: 1,
      urgency: 1,
      priority: 1,
      ciIds: ["web-1", "web-2"],
      alert: { transition: 2 },
    });
  });

  test("is told to who works on it, who decides; what is not worse is told nobody", () => {
    const decision = followAlert(opened(), report(), true, service);
    expect(types(decision)).toEqual(["IncidentNoted"]);
    expect(decision[0]?.confidential).toMatchObject({ text: expect.stringContaining("critical") });
    const milder = report({ means: { severity: "info", impact: 3, urgency: 3, ciIds: [] } });
    for (const isTouched of [true, false]) {
      const after = applied(opened(), followAlert(opened(), milder, isTouched, service));
      expect(after).toMatchObject({ impact: 3, priority: opened().priority, alert: { transition: 2 } });
    }
  });

  test("changes nothing by old news", () => {
    expect(followAlert(opened(), report({ transition: 1 }), false, service)).toEqual([]);
  });
});

describe("an alert that fires again", () => {
  const resolved = done(opened(), resolve, { code: "fixed", text: "Restarted" }, on(agent));
  const again = report({ isChange: false });

  test("only in milder words leaves a resolved incident resolved; in graver ones it is open again", () => {
    const milder = report({ means: { severity: "info", impact: 3, urgency: 3, ciIds: [] } });
    expect(applied(resolved, followAlert(resolved, milder, true, service))).toMatchObject({
      state: "resolved",
      alert: { transition: 2 },
    });
    expect(types(followAlert(resolved, report(), true, service))).toEqual(["IncidentReopened"]);
  });

  test("reopens what its incident was merged into, or is noted there while that is open", () => {
    const survivor = { ...resolved, id: "INC0000002" };
    expect(types(hearOfDuplicate(survivor, "INC0000001", again, service))).toEqual(["IncidentReopened"]);
    expect(types(hearOfDuplicate(opened(), "INC0000009", again, service))).toEqual(["IncidentNoted"]);
  });

  test("is passed on by an incident that was cancelled, whose alert is free for another one", () => {
    const cancelled = done(opened(), cancel, { reason: "A test" }, on(agent));
    expect(isNewFailure(cancelled, again)).toBe(true);
    expect(isNewFailure(cancelled, report({ transition: 1 }))).toBe(false);
    expect(isNewFailure(cancelled, report({ state: "recovered" }))).toBe(false);
    const milder = { severity: "info", impact: 3, urgency: 3, ciIds: [] };
    expect(isNewFailure(cancelled, report({ means: milder }))).toBe(false);
    const passed = applied(cancelled, passOn(cancelled, again));
    expect([incidentRecords.claims?.(cancelled), incidentRecords.claims?.(passed)]).toEqual([["ALT1/1"], []]);
    expect(passOn(passed, again)).toEqual([]);
  });
});
