import { serviceActor } from "../../shared/access/actor.ts";
import type { EventDetail } from "../../shared/events/event-type.ts";
import { type Passed, whereAllowed } from "./decisions/propagate.ts";
import type { Incident } from "./incident.ts";
import type { IncidentContext } from "./table.ts";

/** Only events of incidents that others were merged into. */
export const ofSurvivors = { incident: { hasDuplicates: [true] } };

/** Only events of incidents that were merged into another one. */
export const ofDuplicates = { incident: { mergedInto: [{ exists: true }] } };

/** Applies a decision to every present duplicate of the event's incident, each in its own transaction. */
export const passToDuplicates = async (
  { subject }: EventDetail["meta"],
  { incidents, settings, now }: IncidentContext,
  decide: Passed,
): Promise<void> => {
  const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
  const { duplicateIds = [] } = await incidents.get(subject);
  for (const id of duplicateIds)
    await incidents.update(id, undefined, (duplicate) =>
      duplicate.mergedInto === subject ? whereAllowed(decide)(duplicate, on) : [],
    );
};

/** An incident and all that was merged into it, also by way of others: whose children are its children now. */
export const familyOf = async (
  id: string,
  { incidents }: Pick<IncidentContext, "incidents">,
): Promise<readonly string[]> => {
  const family = [id];
  for (const member of family) {
    const { duplicateIds = [] } = await incidents.get(member);
    family.push(...duplicateIds.filter((each) => !family.includes(each)));
  }
  return family;
};

/** The incident that stayed, at the end of however many merges; the incident itself where it was not merged. */
export const survivorOf = async (
  incident: Incident,
  { incidents }: Pick<IncidentContext, "incidents">,
): Promise<Incident> => {
  // Merging refuses duplicates as a target, so that this comes to an end.
  if (incident.mergedInto === undefined) return incident;
  return survivorOf(await incidents.get(incident.mergedInto), { incidents });
};
