import { serviceActor } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Passed } from "../../../shared/targets/passed.ts";
import type { PointAction } from "../../../shared/targets/terms.ts";
import { ServiceLevelBreached, ServiceLevelWarning } from "../events.ts";
import { type Incident, isOpen } from "../incident.ts";
import type { SettingsFields } from "../settings.ts";
import { assign } from "./assign.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { edit } from "./edit.ts";
import { whereAllowed } from "./propagate.ts";

const higher = (level: Incident["urgency"], levels: number) =>
  Math.max(1, level - levels) as Incident["urgency"];

/** More urgent by so many levels; what urgency cannot give, impact does. */
const raised = ({ urgency, impact }: Incident, levels: number) => ({
  urgency: higher(urgency, levels),
  impact: higher(impact, levels - (urgency - higher(urgency, levels))),
});

const performed = (incident: Incident, action: PointAction, on: Circumstances): Decision<Incident> => {
  if (action.do === "reassign") return assign.decide(incident, { teamId: action.teamId }, on);
  return action.do === "raise" ? edit.decide(incident, raised(incident, action.levels), on) : [];
};

const self = serviceActor("incident");
/** Time did it, whoever's decision it is written with because that came before the schedule. */
const by = { actor: { id: self.id }, causationId: "schedule:watch-service-levels" };

/**
 * Tells of a point or breach of one of the incident's agreements and, if it `acts`, does what the agreement
 * wants: another team, a higher urgency. Notifying is for who consumes the event.
 */
export const announce = (
  incident: Incident,
  { isBreach, point }: Passed,
  acts: boolean,
  on: { readonly now: string; readonly settings: SettingsFields },
): Decision<Incident> => {
  const event = isBreach ? ServiceLevelBreached : ServiceLevelWarning;
  let decision: Decision<Incident> = [happened(event, incident, {}, { serviceLevel: point })];
  for (const action of acts ? point.actions : []) {
    const latest = after(incident, decision);
    const decide = whereAllowed((one, circumstances) => performed(one, action, circumstances));
    if (isOpen(latest)) decision = [...decision, ...decide(latest, { ...on, actor: self })];
  }
  return decision.map((occurrence) => ({ ...occurrence, by }));
};
