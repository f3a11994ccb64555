import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { RelationType } from "../relation-type.ts";
import { seededRelationTypes } from "../seeds/relation-types.ts";
import { type ConfigurationContext, paths } from "../table.ts";
import { allOf } from "../whole-model.ts";

export const listRelationTypes = endpoint({
  id: "listRelationTypes",
  summary: "All types of relations with both their names, retired ones included",
  route: "GET /relation-types",
  permission: "configuration:read_all",
  reply: z.object({
    relationTypes: z.array(RelationType).describe("By id"),
    truncated: z.boolean().optional().describe("There are more than are told here"),
  }),
  refusals: [],
  handle: async (_request, { relationTypes }: ConfigurationContext) => {
    const { all, truncated } = await allOf(relationTypes, paths.relationType, seededRelationTypes);
    return { relationTypes: [...all], truncated };
  },
});
