import { subscription } from "../../../shared/events/subscription.ts";
import { hearPolicy } from "../../../shared/targets/hear-terms.ts";
import { AgreementChanged } from "../../service-level/events.ts";
import type { IncidentContext } from "../table.ts";

export const agreementChanged = subscription({
  id: "agreement-changed",
  summary: "Measures incidents by the agreements in force.",
  event: AgreementChanged,
  handle: ({ meta, data }, context: IncidentContext) => hearPolicy("incident", meta, data.agreement, context),
});
