import { subscription } from "../../../shared/events/subscription.ts";
import { hearPolicy } from "../../../shared/targets/hear-terms.ts";
import { AgreementChanged } from "../../service-level/events.ts";
import type { ProblemContext } from "../table.ts";

export const agreementChanged = subscription({
  id: "agreement-changed",
  summary: "Measures problems by the agreements in force.",
  event: AgreementChanged,
  handle: ({ meta, data }, context: ProblemContext) => hearPolicy("problem", meta, data.agreement, context),
});
