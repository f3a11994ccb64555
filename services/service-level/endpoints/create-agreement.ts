import { endpoint } from "../../../shared/http/endpoint.ts";
import { Agreement, AgreementFields } from "../agreement.ts";
import { agreementOf, agreementUpkeep } from "../decisions/agreement.ts";
import { mustHaveCalendars } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const createAgreement = endpoint({
  id: "createAgreement",
  summary: "Promise times for a kind of record; every agreement that matches one runs on it",
  route: "POST /agreements",
  permission: "service-level:administer",
  body: AgreementFields,
  reply: Agreement,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body }, context: ServiceLevelContext) => {
    await mustHaveCalendars(body, context);
    return context.agreements.create((id) => agreementUpkeep.create(id, agreementOf(body)));
  },
});
