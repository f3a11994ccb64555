import { Refusal } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { relate } from "../decisions/relation.ts";
import { circumstances } from "../relate.ts";
import { NewRelation, Relation, relationId } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";

const differentEnds = NewRelation.refine(({ fromId, toId }) => fromId !== toId, {
  path: ["toId"],
  message: "Nothing is related to itself",
});

export const relateCis = endpoint({
  id: "relateCis",
  summary: "Relate two configuration items; one that ended is taken up again by its own id",
  route: "POST /ci-relations",
  permission: "configuration:write",
  body: differentEnds,
  reply: Relation,
  status: 201,
  refusals: ["already_exists", "rule_violation"],
  handle: async ({ body }, context: ConfigurationContext) => {
    const { fromId, typeId, toId, weight, group } = body;
    const id = relationId(fromId, typeId, toId);
    const found = await later(circumstances(body, context));
    const decide = () => {
      const { type, parts } = found();
      return relate(id, type, { weight, group, parts, now: context.now() });
    };
    try {
      return await context.relations.createAs(id, decide);
    } catch (error) {
      throw error instanceof Refusal && error.code === "already_exists"
        ? new Refusal("already_exists", `${id} is there, or was: it can be related again`)
        : error;
    }
  },
});
