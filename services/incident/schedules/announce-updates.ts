import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { announceUpdatesDue } from "../decisions/major-communication.ts";
import type { IncidentContext } from "../table.ts";

export const announceUpdates: Schedule<IncidentContext> = {
  id: "announce-updates",
  summary: "Tells when stakeholders of a major incident should have heard something.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, { incidents, now }) => {
    const due = incidents.ids({ index: "due", partition: "update", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the incident itself.
    await forEachId(
      due,
      (id) => incidents.update(id, undefined, (incident) => announceUpdatesDue(incident, now())),
      deadline,
    );
  },
};
