import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentAssigned, IncidentStarted } from "../events.ts";
import { type Incident, incidentLifecycle, isOpen, PersonId, TeamId } from "../incident.ts";
import { after, type Circumstances, command, happened } from "./command.ts";
import { also, changesBy, isEmpty, isOpenOrResolved } from "./edits.ts";
import type { Routing } from "./route.ts";

const refuseUnless = (possible: boolean, incident: Incident): void => {
  if (!possible)
    throw new Refusal("illegal_transition", `"assign" is not possible in state "${incident.state}"`);
};

/** Gives an incident to a team, a person, or both; another team without a person leaves it unassigned there. */
export const assign = command({
  body: z
    .strictObject({ teamId: TeamId.nullable().optional(), assigneeId: PersonId.nullable().optional(), also })
    .refine((body) => body.teamId !== undefined || body.assigneeId !== undefined, "Name a team or a person"),
  decide: (incident, { also: edits, teamId, assigneeId }, on) => {
    refuseUnless(isOpenOrResolved(incident), incident);
    const leavesTeam = teamId !== undefined && (teamId ?? undefined) !== incident.teamId;
    const person = assigneeId === undefined && leavesTeam ? null : assigneeId;
    const changes = changesBy(incident, { ...edits, teamId, assigneeId: person }, on);
    return isEmpty(changes) ? [] : [happened(IncidentAssigned, incident, changes, {})];
  },
});

/** Gives an incident to whom the rules choose; the history says which rule it was. */
export const reroute = (
  incident: Incident,
  routing: Routing | undefined,
  on: Circumstances,
): Decision<Incident> => {
  if (!isOpen(incident))
    throw new Refusal("illegal_transition", `"route" is not possible in state "${incident.state}"`);
  if (!routing) return [];
  const { teamId, assigneeId = null, ...by } = routing;
  const stays = assigneeId === null && teamId === incident.teamId;
  const changes = changesBy(incident, stays ? { teamId } : { teamId, assigneeId }, on);
  return isEmpty(changes) ? [] : [happened(IncidentAssigned, incident, changes, {}, { routing: by })];
};

/** An agent takes what nobody has. Of several who try at once exactly one is told yes. */
export const take = command({
  body: z.strictObject({}),
  decide: (incident, _body, on) => {
    refuseUnless(isOpen(incident), incident);
    if (incident.assigneeId !== undefined) throw new Refusal("already_assigned");
    const taken = [
      happened(IncidentAssigned, incident, changesBy(incident, { assigneeId: on.actor.id }, on), {}),
    ];
    if (incident.state !== "new") return taken;
    const state = incidentLifecycle.next(incident.state, "start");
    return [...taken, happened(IncidentStarted, after(incident, taken), { state }, {})];
  },
});
