import { endpoint } from "../../../shared/http/endpoint.ts";
import { ciParams } from "../ci-endpoint.ts";
import { pageOf } from "../page.ts";
import { CiPage } from "../page-shape.ts";
import type { ConfigurationContext } from "../table.ts";

export const getCiPage = endpoint({
  id: "getCiPage",
  summary: "All that its page shows: attributes, health, relations, open work, its asset, last changes",
  route: "GET /cis/{ciId}/page",
  permission: "configuration:read_all",
  params: ciParams,
  reply: CiPage,
  refusals: ["not_found"],
  handle: ({ params, actor }, context: ConfigurationContext) => pageOf(params.ciId, actor, context),
});
