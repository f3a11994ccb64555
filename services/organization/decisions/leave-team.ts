import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Team, TeamFields } from "../team.ts";
import { replaceTeam } from "./team.ts";

/** Somebody belongs to a team and leads it no more; who takes over leads it, if they led it. */
export const leaveTeam = (team: Team, personId: string, handOverTo: string | undefined): Decision<Team> => {
  const leadId = team.leadId === personId ? handOverTo : team.leadId;
  const members = team.members.filter((member) => member.personId !== personId);
  const { name, description, calendarId, location } = team;
  const fields: TeamFields = { name, description, calendarId, location, leadId, members };
  return replaceTeam(team, fields);
};

/** Whether a team says something of a person. */
export const isNamedIn = ({ members, leadId }: Team, personId: string): boolean =>
  leadId === personId || members.some((member) => member.personId === personId);
