import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { TeamChanged } from "../events.ts";
import { type Team, type TeamFields, teamLifecycle } from "../team.ts";

const changed = (team: Partial<Team>, changes: Partial<Team>): Decision<Team> => {
  const { state, ...after } = { ...team, ...changes } as Team;
  return [occurred(TeamChanged, { team: { ...after, active: state === "active" } }, changes)];
};

/** Everybody who joins or leaves is an item of the same transaction, which takes 100. */
const mostMoves = 90;

const refuseTooMany = (before: Team["members"], after: Team["members"]): void => {
  const had = new Set(before.map(({ personId }) => personId));
  const has = new Set(after.map(({ personId }) => personId));
  const moves = [...had, ...has].filter((personId) => !(had.has(personId) && has.has(personId)));
  if (moves.length <= mostMoves) return;
  const message = `At most ${mostMoves} people join or leave at once`;
  throw new Refusal("invalid_input", undefined, [{ path: "body.members", message }]);
};

export const createTeam = (id: string, fields: TeamFields): Decision<Team> => {
  refuseTooMany([], fields.members);
  return changed({ id }, { state: "active", ...fields });
};

/** The team is what the fields say: what they do not name, it has no more. */
export const replaceTeam = (team: Team, fields: TeamFields): Decision<Team> => {
  refuseTooMany(team.members, fields.members);
  const { description, leadId, calendarId, location } = fields;
  const changes = changedFields(team, { ...fields, description, leadId, calendarId, location });
  return Object.keys(changes).length === 0 ? [] : changed(team, changes);
};

const move = (action: "deactivate" | "activate") => (team: Team) =>
  changed(team, { state: teamLifecycle.next(team.state, action) });

export const deactivateTeam = move("deactivate");
export const activateTeam = move("activate");
