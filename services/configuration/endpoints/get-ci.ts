import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCi } from "../api.ts";
import { ciParams } from "../ci-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const getCi = endpoint({
  id: "getCi",
  summary: "Read a configuration item; its ETag is its version",
  route: "GET /cis/{ciId}",
  permission: "configuration:read",
  params: ciParams,
  reply: SeenCi,
  refusals: ["not_found"],
  handle: ({ params }, { cis }: ConfigurationContext) => cis.get(params.ciId),
});
