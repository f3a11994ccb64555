import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import type { ChangeContext } from "../context.ts";
import { templateParams } from "../template-endpoint.ts";

export const listChangeTemplateHistory = endpoint({
  id: "listChangeTemplateHistory",
  summary: "Every edition of a template, and who proposed, reviewed and stopped it",
  route: "GET /change-templates/{changeTemplateId}/history",
  permission: "change:read_all",
  params: templateParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { templates }: ChangeContext) =>
    templates.history(params.changeTemplateId, query),
});
