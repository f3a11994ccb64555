import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCi } from "../api.ts";
import { ciParams } from "../ci-endpoint.ts";
import { Relation } from "../relation.ts";
import { relationsAt } from "../relations-at.ts";
import type { ConfigurationContext } from "../table.ts";

const RelationThen = Relation.pick({
  id: true,
  typeId: true,
  fromId: true,
  toId: true,
  weight: true,
  group: true,
});

export const getCiAsOf = endpoint({
  id: "getCiAsOf",
  summary: "A configuration item and its relations as they were at an instant",
  route: "GET /cis/{ciId}/as-of",
  permission: "configuration:read_all",
  params: ciParams,
  query: z.strictObject({
    at: z.iso
      .datetime()
      .optional()
      .describe("The instant, now unless given; not found where the CI was not known yet"),
  }),
  reply: z.object({
    at: z.iso.datetime(),
    ci: SeenCi,
    relations: z.array(RelationThen),
    leftOff: z.number().int().describe("Relations, past ones included, that were too many to look at"),
  }),
  refusals: ["not_found"],
  handle: async ({ params: { ciId }, query }, context: ConfigurationContext) => {
    const at = query.at ?? context.now();
    // Who may not see what it is now does not learn what it was.
    await context.cis.get(ciId);
    const ci = await context.cis.asOf(ciId, at);
    if (ci === undefined) throw new Refusal("not_found", "It was not known then");
    const { relations, leftOff } = await relationsAt(ciId, at, context);
    return { at, ci: { ...ci, actions: [] }, relations: [...relations], leftOff };
  },
});
