import { leaveTemplate, prefillsWith } from "../../../services/incident/decisions/depart.ts";
import { handOverMajor, hasPartInMajor } from "../../../services/incident/decisions/depart-major.ts";
import { acceptMajor, proposeMajor } from "../../../services/incident/decisions/major.ts";
import { addAction, changeAction } from "../../../services/incident/decisions/review.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { defaultMajorSettings } from "../../../services/incident/major-settings.ts";
import type { Template } from "../../../services/incident/template.ts";
import { agent, applied, done, now, on, opened, person, types } from "./given.ts";

const manager = person("manager", ["employee", "major-incident-manager"]);
const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const by = () => ({ ...on(manager), majorSettings: defaultMajorSettings });
const proposed = () => done(opened(), proposeMajor, { reason: "Nobody can work" }, on(agent));
const accepted = () => done(proposed(), acceptMajor, {}, by());

describe("a major incident of which somebody who is gone has a part", () => {
  const action = (title: string, ownerId: string) => ({ title, ownerId, dueAt: at(600) });
  const withActions = () => {
    const first = done(accepted(), addAction, action("Watch certificates", "nora"), by());
    return done(first, addAction, action("Write it down", "eve"), by());
  };
  const led = () => ({ ...withActions(), major: { ...withActions().major, managerId: "nora" } }) as Incident;
  const left = (incident: Incident, handOverTo?: string) =>
    applied(incident, handOverMajor(incident, { personId: "nora", handOverTo }));
  const owners = ({ major }: Incident) => major?.actions?.map(({ ownerId }) => ownerId);

  it("is led by who takes over, who also does what follows from its review", () => {
    const given = left(led(), "abe");
    expect([given.major?.managerId, owners(given)]).toEqual(["abe", ["abe", "eve"]]);
    expect([hasPartInMajor(led(), "nora"), hasPartInMajor(given, "nora")]).toEqual([true, false]);
    expect(types(handOverMajor(led(), { personId: "nora", handOverTo: "abe" }))).toEqual([
      "IncidentUpdated",
      "PostIncidentActionChanged",
    ]);
  });

  it("is led by nobody where nobody takes over, and waits for who does what follows", () => {
    const given = left(led());
    expect([given.major?.managerId, owners(given)]).toEqual([undefined, ["nora", "eve"]]);
    expect(hasPartInMajor(given, "nora")).toBe(true);
  });

  it("is nobody's any more when the action is done, or the incident is closed", () => {
    const isDone = done(withActions(), changeAction, { actionId: "1", isDone: true }, by());
    expect(hasPartInMajor(isDone, "nora")).toBe(false);
    expect(hasPartInMajor({ ...led(), state: "closed" }, "nora")).toBe(false);
    expect(handOverMajor(proposed(), { personId: "nora", handOverTo: "abe" })).toEqual([]);
  });
});

describe("a template that gives incidents to somebody who is gone", () => {
  const template = {
    id: "TPL0000001",
    name: "Printer",
    fields: { teamId: "desk", assigneeId: "nora" },
  } as Template;
  const fields = (handOverTo?: string) =>
    leaveTemplate(template, { personId: "nora", handOverTo }).map(({ changes }) => changes.fields);

  it("gives them to who takes over, or to the team", () => {
    expect(prefillsWith(template, "nora")).toBe(true);
    expect(fields("abe")).toEqual([{ teamId: "desk", assigneeId: "abe" }]);
    expect(fields()).toEqual([{ teamId: "desk" }]);
    expect(leaveTemplate(template, { personId: "eve" })).toEqual([]);
  });
});
