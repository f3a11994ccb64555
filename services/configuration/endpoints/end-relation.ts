import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { unrelate } from "../decisions/relation.ts";
import { partsFor } from "../relate.ts";
import { Relation } from "../relation.ts";
import { relationParams } from "../relation-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const endRelation = endpoint({
  id: "endRelation",
  summary: "The two are not related any more; that they were stays known",
  route: "POST /ci-relations/{relationId}/end",
  permission: "configuration:write",
  params: relationParams,
  body: z.strictObject({}),
  reply: Relation,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: async ({ params, ifMatch }, context: ConfigurationContext) => {
    const { relations, now } = context;
    const parts = await partsFor(await relations.get(params.relationId), context, true);
    return relations.update(params.relationId, ifMatch, (relation) =>
      unrelate(relation, { parts, now: now() }),
    );
  },
});
