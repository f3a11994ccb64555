import { organizationGrants, viewTeam } from "../../../services/organization/access.ts";
import {
  activateTeam,
  createTeam,
  deactivateTeam,
  replaceTeam,
} from "../../../services/organization/decisions/team.ts";
import { type Team, TeamFields } from "../../../services/organization/team.ts";
import type { Actor } from "../../../shared/access/actor.ts";
import { granted } from "../../../shared/access/actor.ts";

const base = {
  id: "desk",
  version: 1,
  createdAt: "2026-03-01T10:00:00.000Z",
  updatedAt: "2026-03-01T10:00:00.000Z",
};
const team: Team = {
  ...base,
  state: "active",
  name: "Service desk",
  leadId: "ann",
  members: [{ personId: "ann", absent: false }],
};
const fields = (more: Partial<TeamFields> = {}): TeamFields => ({
  name: team.name,
  leadId: team.leadId,
  members: team.members,
  ...more,
});
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ personId: `p${at}`, absent: false }));
const actor = (role: string): Actor => ({
  id: role,
  roles: [role],
  teams: [],
  permissions: granted(organizationGrants, [role]),
});

test("a new team works, and its event says all of it", () => {
  const [happened] = createTeam("desk", fields());
  expect(happened?.changes).toEqual({ state: "active", ...fields() });
  expect(happened?.data).toEqual({ team: { id: "desk", active: true, ...fields() } });
});

test("a team without what the new fields do not name has it no more", () => {
  const [happened] = replaceTeam(team, { name: "Desk", members: [] });
  expect(happened?.changes).toEqual({ name: "Desk", members: [], leadId: undefined });
});

test("saying again what a team is changes nothing", () => {
  expect(replaceTeam({ ...team, location: "Oslo" }, fields({ location: "Oslo" }))).toEqual([]);
});

test("a team stops work and takes it up again, each in its turn", () => {
  const [stopped] = deactivateTeam(team);
  expect(stopped).toMatchObject({ changes: { state: "inactive" }, data: { team: { active: false } } });
  expect(() => activateTeam(team)).toThrow(expect.objectContaining({ code: "illegal_transition" }));
});

test("somebody is named once in a team", () => {
  const twice = TeamFields.safeParse({ name: "Desk", members: [{ personId: "ann" }, { personId: "ann" }] });
  expect(twice.error?.issues[0]?.path).toEqual(["members", 1, "personId"]);
});

test.each([
  ["join", [], people(91)],
  ["leave", people(91), []],
  [
    "join or leave",
    people(60),
    people(31).map(({ personId }) => ({ personId: `${personId}b`, absent: false })),
  ],
])("more than 90 who %s at once are refused by name of the field", (_, before, after) => {
  const violations = [expect.objectContaining({ path: "body.members" })];
  expect(() => replaceTeam({ ...team, members: before }, fields({ members: after }))).toThrow(
    expect.objectContaining({ code: "invalid_input", violations }),
  );
});

test("a team of 200 changes when few of it do", () => {
  const members = people(200);
  const after = members.slice(90).map((member) => ({ ...member, absent: true }));
  expect(replaceTeam({ ...team, members }, fields({ members: after }))).toHaveLength(1);
});

test("employees learn a team's name, and neither who leads it nor who belongs to it", () => {
  expect(viewTeam(actor("employee"), team)).toEqual({
    ...base,
    state: "active",
    name: "Service desk",
    actions: [],
  });
});

test.each(["agent", "problem-manager", "integration"])(
  "%s reads a team whole, and changes nothing",
  (role) => {
    expect(viewTeam(actor(role), team)).toEqual({ ...team, actions: [] });
  },
);

test("an administrator is offered what can be done", () => {
  expect(viewTeam(actor("admin"), team)?.actions).toEqual(["deactivate"]);
});

test("who has no role at all sees no team", () => {
  expect(viewTeam(actor("nobody"), team)).toBeUndefined();
});
