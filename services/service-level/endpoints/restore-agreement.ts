import * as z from "zod";
import { refusalIn } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Agreement, AgreementId } from "../agreement.ts";
import { agreementUpkeep } from "../decisions/agreement.ts";
import { mustHaveItsCalendars } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const restoreAgreement = endpoint({
  id: "restoreAgreement",
  summary: "It measures again; refused while a calendar of it is retired",
  route: "POST /agreements/{agreementId}/restore",
  permission: "service-level:administer",
  params: z.object({ agreementId: AgreementId }),
  body: z.strictObject({}),
  reply: Agreement,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
  handle: async ({ params, ifMatch }, context: ServiceLevelContext) => {
    const refused = await refusalIn(mustHaveItsCalendars(params.agreementId, context));
    return context.agreements.update(params.agreementId, ifMatch, (agreement) => {
      if (refused) throw refused;
      return agreementUpkeep.restore(agreement);
    });
  },
});
