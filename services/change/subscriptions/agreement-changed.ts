import { subscription } from "../../../shared/events/subscription.ts";
import { hearPolicy } from "../../../shared/targets/hear-terms.ts";
import { AgreementChanged } from "../../service-level/events.ts";
import type { ChangeContext } from "../context.ts";

export const agreementChanged = subscription({
  id: "agreement-changed",
  summary: "Measures changes by the agreements in force.",
  event: AgreementChanged,
  handle: ({ meta, data }, context: ChangeContext) => hearPolicy("change", meta, data.agreement, context),
});
