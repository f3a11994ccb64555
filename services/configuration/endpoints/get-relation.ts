import { endpoint } from "../../../shared/http/endpoint.ts";
import { Relation } from "../relation.ts";
import { relationParams } from "../relation-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const getRelation = endpoint({
  id: "getRelation",
  summary: "Read a relation; its ETag is its version",
  route: "GET /ci-relations/{relationId}",
  permission: "configuration:read_all",
  params: relationParams,
  reply: Relation,
  refusals: ["not_found"],
  handle: ({ params }, { relations }: ConfigurationContext) => relations.get(params.relationId),
});
