import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Agreement, AgreementFields, AgreementId } from "../agreement.ts";
import { agreementOf, agreementUpkeep } from "../decisions/agreement.ts";
import { mustHaveCalendars } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const replaceAgreement = endpoint({
  id: "replaceAgreement",
  summary: "Agree anew; open records are measured by it from their beginning",
  route: "PUT /agreements/{agreementId}",
  permission: "service-level:administer",
  params: z.object({ agreementId: AgreementId }),
  body: AgreementFields,
  reply: Agreement,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params, body, ifMatch }, context: ServiceLevelContext) => {
    await context.agreements.get(params.agreementId);
    await mustHaveCalendars(body, context);
    return context.agreements.update(params.agreementId, ifMatch, (agreement) =>
      agreementUpkeep.replace(agreement, agreementOf(body)),
    );
  },
});
