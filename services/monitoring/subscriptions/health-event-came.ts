import { foreignSubscription } from "../../../shared/events/foreign.ts";
import { HealthEventCame, healthReport } from "../forms/health-event.ts";
import { takeIn } from "../intake.ts";
import { keepForeign } from "../keep-foreign.ts";
import type { MonitoringContext } from "../table.ts";

export const healthEventCame = foreignSubscription({
  id: "health-event-came",
  event: HealthEventCame,
  handle: async (received, context: MonitoringContext) => {
    await takeIn(healthReport(received), context);
  },
  keep: keepForeign,
});
