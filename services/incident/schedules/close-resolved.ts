import { serviceActor } from "../../../shared/access/actor.ts";
import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { close } from "../decisions/progress.ts";
import type { IncidentContext } from "../table.ts";

export const closeResolved: Schedule<IncidentContext> = {
  id: "close-resolved",
  summary: "Closes resolved incidents that nobody objected to in time.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { incidents, settings, now }) => {
    const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
    const due = incidents.ids({ index: "due", partition: "due", upTo: `${on.now}~` });
    // The index may lag behind: what is due is asked of the incident itself.
    const closeIfDue = (id: string) =>
      incidents.update(id, undefined, (incident) =>
        incident.autoCloseAt && incident.autoCloseAt <= on.now ? close.decide(incident, {}, on) : [],
      );
    await forEachId(due, closeIfDue, deadline);
  },
};
