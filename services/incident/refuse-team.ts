import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { teamOf } from "./route-incident.ts";
import type { IncidentContext } from "./table.ts";

/** To whom an incident is to be given, as far as a request says. */
type Given = { readonly teamId?: string | null | undefined; readonly assigneeId?: string | null | undefined };

/** What says so, such as `body`, and which incident it is about, if that is there already. */
type About = { readonly path: string; readonly actor: Actor; readonly incidentId?: string | undefined };

/**
 * Why an incident is not given so: to a team that works no more, or to somebody who is no member of the team that
 * it is then with, where that team's members are kept. Agents may take what they like. Of teams that are not kept
 * here only the groups of tokens know. To be thrown where the command is decided: a repeated request gets its
 * first answer.
 */
export const teamRefusal = async (
  { teamId, assigneeId }: Given,
  { path, actor, incidentId }: About,
  context: IncidentContext,
): Promise<Refusal | undefined> => {
  const isForOther = typeof assigneeId === "string" && assigneeId !== actor.id;
  if (typeof teamId !== "string" && !isForOther) return undefined;
  const refusal = (field: string, message: string) =>
    new Refusal("invalid_input", undefined, [{ path: `${path}.${field}`, message }]);
  const isNamed = typeof teamId === "string";
  const present = async () => (incidentId === undefined ? undefined : context.incidents.get(incidentId));
  const id = isNamed ? teamId : teamId === null ? undefined : (await present())?.teamId;
  if (id === undefined) return undefined;
  const team = await teamOf(id, context);
  if (team === undefined) return undefined;
  if (isNamed && !team.active) return refusal("teamId", "No such active team");
  if (!isForOther || team.members.length === 0) return undefined;
  const isMember = team.leadId === assigneeId || team.members.some(({ personId }) => personId === assigneeId);
  return isMember ? undefined : refusal("assigneeId", "Not a member of that team");
};
