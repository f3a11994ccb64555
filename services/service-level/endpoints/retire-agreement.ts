import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Agreement, AgreementId } from "../agreement.ts";
import { agreementUpkeep } from "../decisions/agreement.ts";
import type { ServiceLevelContext } from "../table.ts";

export const retireAgreement = endpoint({
  id: "retireAgreement",
  summary: "It measures nothing any more; records that are settled keep what it said",
  route: "POST /agreements/{agreementId}/retire",
  permission: "service-level:administer",
  params: z.object({ agreementId: AgreementId }),
  body: z.strictObject({}),
  reply: Agreement,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, ifMatch }, { agreements }: ServiceLevelContext) =>
    agreements.update(params.agreementId, ifMatch, agreementUpkeep.retire),
});
