import * as z from "zod";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../../shared/http/history-item.ts";
import { ImportId } from "../../ci-import.ts";
import type { ConfigurationContext } from "../../table.ts";

export const listCiImportHistory = endpoint({
  id: "listCiImportHistory",
  summary: "Who put an import together, tried, started and undid it",
  route: "GET /ci-imports/{importId}/history",
  permission: "configuration:import",
  params: z.object({ importId: ImportId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { imports }: ConfigurationContext) => imports.history(params.importId, query),
});
