import { storeImpact } from "../../../services/change/decisions/impact.ts";
import { noteAlert } from "../../../services/change/decisions/note-alert.ts";
import { noteOverrun } from "../../../services/change/decisions/overrun.ts";
import { judgeSuspect, suspectIncident } from "../../../services/change/decisions/suspect.ts";
import { impactOf, now, on, opened, settings, through } from "./given.ts";
import { assessed, completed, said, started, submitted } from "./steps.ts";

const doing = through(opened(), submitted, assessed, said("boss"), started());
const begun = "2027-01-09T20:00:00.000Z";
const trouble = (openedAt = begun, more: object = {}) => ({
  incidentId: "INC0000001",
  ciIds: ["gateway-1"],
  openedAt,
  ...more,
});
const suspect = (openedAt: string, ciIds = ["gateway-1"]) =>
  suspectIncident(doing, trouble(openedAt, { ciIds }), 48);

describe("an incident after a change", () => {
  test("is proposed once, when it is about the change's CIs and was opened after it began", () => {
    expect(suspect("2027-01-09T21:00:00.000Z")).toHaveLength(1);
    expect(suspect("2027-01-09T19:00:00.000Z")).toEqual([]);
    expect(suspect("2027-01-09T21:00:00.000Z", ["mail-1"])).toEqual([]);
    const proposed = through(doing, (c) => suspectIncident(c, trouble(), 48));
    expect(suspectIncident(proposed, trouble(), 48)).toEqual([]);
  });

  test("is looked for as long after the work really ended as the settings say, however long it overran", () => {
    const late = { ...doing, actualEnd: "2027-01-14T20:00:00.000Z" };
    expect(suspectIncident(late, trouble("2027-01-16T19:00:00.000Z"), 48)).toHaveLength(1);
    expect(suspectIncident(late, trouble("2027-01-16T21:00:00.000Z"), 48)).toEqual([]);
    expect(suspectIncident(late, trouble("2027-01-16T21:00:00.000Z"), 49)).toHaveLength(1);
    expect(suspectIncident(doing, trouble("2027-01-20T20:00:00.000Z"), 48)).toHaveLength(1);
  });

  test("is proposed by its service alone, where the change names it or its CIs carry it", () => {
    const ofService = trouble(begun, { ciIds: [], serviceId: "vpn" });
    expect(suspectIncident(doing, ofService, 48)).toEqual([]);
    expect(suspectIncident({ ...doing, serviceId: "vpn" }, ofService, 48)).toHaveLength(1);
    const carrying = through(doing, (c) => storeImpact(c, 1, impactOf(c.ciIds, ["vpn"])));
    expect(suspectIncident(carrying, ofService, 48)).toHaveLength(1);
  });

  test("is tied to the change when people say so, and not any more when they take it back", () => {
    const proposed = through(doing, (c) => suspectIncident(c, trouble(), 48));
    const judged = (caused: boolean) => (c: typeof doing) =>
      judgeSuspect.decide(c, { incidentId: "INC0000001", caused }, on(c));
    const confirmed = through(proposed, judged(true));
    expect(confirmed.links).toEqual([{ type: "caused", target: "INC0000001" }]);
    expect(judged(true)(confirmed)).toEqual([]);
    expect(through(confirmed, judged(false)).links).toEqual([]);
    const [told] = judged(false)(confirmed);
    expect(told?.data).toMatchObject({ untied: [{ type: "caused", target: "INC0000001" }] });
  });
});

describe("a change that is being done after its window", () => {
  test("tells so once", () => {
    expect(noteOverrun(doing, "2027-01-09T21:59:59.999Z", settings)).toEqual([]);
    const told = through(doing, (c) => noteOverrun(c, "2027-01-09T22:00:00.000Z", settings));
    expect(told.overranAt).toBe("2027-01-09T22:00:00.000Z");
    expect(noteOverrun(told, "2027-01-09T23:00:00.000Z", settings)).toEqual([]);
    expect(noteOverrun(through(doing, completed()), "2027-01-09T23:00:00.000Z", settings)).toEqual([]);
  });
});

describe("work that goes on after its window", () => {
  const late = "2027-01-09T23:00:00.000Z";

  test("is more urgent, and somebody is to decide whether it is taken back; that is over when it is done", () => {
    const told = through(doing, (c) => noteOverrun(c, late, settings));
    expect(told.priority).toBe(2);
    expect(told.tasks.at(-1)).toMatchObject({ kind: "backout", state: "open" });
    const done = through(told, completed());
    expect(done.state).toBe("review");
    expect(done.tasks.at(-1)).toMatchObject({ state: "cancelled", endedWithChange: true });
  });

  test("is only told where the rules say no more", () => {
    const rules = { ...settings, overrunRaisesPriority: false, overrunAddsTask: false };
    expect(noteOverrun(doing, late, rules).map(({ event }) => event.type)).toEqual(["ChangeOverran"]);
  });
});

const alert = (more: object = {}) => ({
  ...{ id: "a1", source: "s", resource: "r", check: "c", state: "firing" as const, severity: "major" },
  ...{ summary: "Does not answer", ciIds: ["gateway-1"], links: [], impact: 2, urgency: 2, episode: 1 },
  ...{ transition: 3, raisedAt: now, observedAt: now, occurrences: 1, incident: "none" as const },
  ...{ flapping: false, mutedUntil: "2027-01-09T22:00:00.000Z" },
  ...more,
});

describe("alerts on what is being changed", () => {
  test("are written on the change, the newest word of each, also those that nobody is told of", () => {
    const heard = through(doing, (c) => noteAlert(c, alert()));
    expect(heard.alerts).toMatchObject([{ alertId: "a1", state: "firing", muted: true }]);
    expect(noteAlert(heard, alert({ transition: 2, state: "recovered" }))).toEqual([]);
    const well = through(heard, (c) => noteAlert(c, alert({ transition: 4, state: "recovered" })));
    expect(well.alerts).toMatchObject([{ alertId: "a1", state: "recovered" }]);
  });

  test("are not where they are about something else, were never heard, or the work is over", () => {
    expect(noteAlert(doing, alert({ ciIds: ["other"] }))).toEqual([]);
    expect(noteAlert(doing, alert({ state: "recovered" }))).toEqual([]);
    expect(noteAlert(through(doing, completed()), alert())).toEqual([]);
  });
});

describe("what depends on a change's CIs", () => {
  const impact = (assessedAt: string) => ({
    ciIds: ["gateway-1"],
    services: [{ id: "vpn", name: "VPN", criticality: "high" as const }],
    serviceCount: 1,
    criticality: "high" as const,
    impactedCount: 7,
    countsByClass: {},
    paths: [],
    assessedAt,
  });

  test("is kept as it was last looked at, whatever order the answers come in", () => {
    const late = through(doing, (c) => storeImpact(c, 5, impact("2027-01-09T12:00:00.000Z")));
    expect(late.impacted).toMatchObject({ criticality: "high", impactedCount: 7, isComplete: true });
    expect(storeImpact(late, 4, impact("2027-01-09T13:00:00.000Z"))).toEqual([]);
    expect(storeImpact(late, 5, impact("2027-01-09T11:00:00.000Z"))).toEqual([]);
  });
});
