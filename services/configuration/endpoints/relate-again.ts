import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { relateAgain as decide } from "../decisions/relation.ts";
import { circumstances } from "../relate.ts";
import { partsOf, Relation, RelationFields } from "../relation.ts";
import { relationParams } from "../relation-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const relateAgain = endpoint({
  id: "relateAgain",
  summary: "A relation that ended goes on",
  route: "POST /ci-relations/{relationId}/relate",
  permission: "configuration:write",
  params: relationParams,
  body: RelationFields,
  reply: Relation,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
  handle: async ({ params, body, ifMatch }, context: ConfigurationContext) => {
    const found = await later(circumstances(partsOf(params.relationId), context));
    return context.relations.update(params.relationId, ifMatch, (relation) =>
      decide(relation, { ...body, parts: found().parts, now: context.now() }),
    );
  },
});
