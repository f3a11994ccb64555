import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { AgreementId } from "../agreement.ts";
import type { ServiceLevelContext } from "../table.ts";

export const listAgreementHistory = endpoint({
  id: "listAgreementHistory",
  summary: "What a service level agreement said before and says after each change",
  route: "GET /agreements/{agreementId}/history",
  permission: "service-level:read",
  params: z.object({ agreementId: AgreementId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { agreements }: ServiceLevelContext) =>
    agreements.history(params.agreementId, query),
});
