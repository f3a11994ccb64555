import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Agreement, AgreementId } from "../agreement.ts";
import type { ServiceLevelContext } from "../table.ts";

export const getAgreement = endpoint({
  id: "getAgreement",
  summary: "Read a service level agreement; its ETag is its version",
  route: "GET /agreements/{agreementId}",
  permission: "service-level:read",
  params: z.object({ agreementId: AgreementId }),
  reply: Agreement,
  refusals: ["not_found"],
  handle: ({ params }, { agreements }: ServiceLevelContext) => agreements.get(params.agreementId),
});
