import { endpoint } from "../../../shared/http/endpoint.ts";
import { regroup } from "../decisions/relation.ts";
import { partsFor } from "../relate.ts";
import { Relation, RelationFields } from "../relation.ts";
import { relationParams } from "../relation-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const editRelation = endpoint({
  id: "editRelation",
  summary: "Say anew what a relation weighs and which redundancy group it counts in",
  route: "PUT /ci-relations/{relationId}",
  permission: "configuration:write",
  params: relationParams,
  body: RelationFields,
  reply: Relation,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition"],
  handle: async ({ params, body, ifMatch }, context: ConfigurationContext) => {
    const { relations, now } = context;
    const parts = await partsFor(await relations.get(params.relationId), context, true);
    return relations.update(params.relationId, ifMatch, (relation) =>
      regroup(relation, { ...body, parts, now: now() }),
    );
  },
});
