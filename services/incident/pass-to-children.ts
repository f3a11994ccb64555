import { serviceActor } from "../../shared/access/actor.ts";
import { forEachId } from "../../shared/dynamo/for-each.ts";
import type { EventDetail } from "../../shared/events/event-type.ts";
import { type Passed, whereAllowed } from "./decisions/propagate.ts";
import { familyOf } from "./pass-to-duplicates.ts";
import { type IncidentContext, target } from "./table.ts";

/** Only events of incidents that have children. */
export const ofParents = { incident: { isParent: [true] } };

/** Applies a decision to every child of the event's incident, each in its own transaction. */
export const passToChildren = async (
  { subject }: EventDetail["meta"],
  context: IncidentContext,
  decide: Passed,
): Promise<void> => {
  const { incidents, settings, now } = context;
  const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
  const passOn = (id: string) => incidents.update(id, undefined, (child) => whereAllowed(decide)(child, on));
  for (const parent of await familyOf(subject, context))
    await forEachId(incidents.ids({ index: "byTarget", partition: target.parent(parent) }), passOn);
};
