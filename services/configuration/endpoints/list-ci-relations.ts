import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ciParams } from "../ci-endpoint.ts";
import { Relation } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";

const Query = z.strictObject({
  end: z.enum(["from", "to"]).default("from").describe("Which end of the relation the CI is"),
  ...pageQuery,
});

export const listCiRelations = endpoint({
  id: "listCiRelations",
  summary: "Relations of a CI in one direction, by type",
  route: "GET /cis/{ciId}/relations",
  permission: "configuration:read_all",
  params: ciParams,
  query: Query,
  reply: pageOf(Relation),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params, query: { end, ...page } }, { cis, relations }: ConfigurationContext) => {
    await cis.get(params.ciId);
    const index = end === "from" ? "relationsFrom" : "relationsTo";
    return relations.list({ index, partition: params.ciId }, page);
  },
});
