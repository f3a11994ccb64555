import { subscription } from "../../../shared/events/subscription.ts";
import { AlertLinked } from "../../monitoring/events.ts";
import { answerAlert, follow, reportOf } from "../follow-alert.ts";
import type { IncidentContext } from "../table.ts";

export const alertLinked = subscription({
  id: "alert-linked",
  summary: "An incident that was opened for what is over by now is resolved.",
  event: AlertLinked,
  handle: async ({ data: { alert, incidentId, isCurrent } }, context: IncidentContext) => {
    if (isCurrent) return answerAlert(alert, context);
    await follow(incidentId, { ...reportOf(alert), state: "recovered" }, context);
  },
});
