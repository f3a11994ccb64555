import { subscription } from "../../../shared/events/subscription.ts";
import { StormDetected } from "../../monitoring/events.ts";
import { openingForStorm } from "../decisions/follow-alert.ts";
import { openOnce } from "../follow-alert.ts";
import type { IncidentContext } from "../table.ts";

export const stormDetected = subscription({
  id: "storm-detected",
  summary: "A storm of alerts is one incident.",
  event: StormDetected,
  handle: async ({ data: { storm } }, context: IncidentContext) => {
    await openOnce(openingForStorm(storm), context);
  },
});
