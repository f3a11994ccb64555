import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { byId } from "../by-id.ts";
import { CiId } from "../ci.ts";
import { ciParams } from "../ci-endpoint.ts";
import { otherEnd } from "../dependents.ts";
import { partsOf, RelationId } from "../relation.ts";
import { relationHistory } from "../relation-history.ts";
import { RelationTypeId } from "../relation-type.ts";
import type { ConfigurationContext } from "../table.ts";

const Item = HistoryItem.extend({
  relationId: RelationId,
  typeId: RelationTypeId,
  name: z.string().describe("As read from this CI: depends on, used by"),
  other: z.object({
    id: CiId,
    name: z.string().optional().describe("Absent where the caller may not see it"),
    classId: z.string().optional(),
  }),
}).meta({ id: "RelationHistoryItem" });

export const listCiRelationHistory = endpoint({
  id: "listCiRelationHistory",
  summary: "What became of the relations of a CI, those that ended included, newest first, by whom",
  route: "GET /cis/{ciId}/relation-history",
  permission: "configuration:read_all",
  params: ciParams,
  query: z.strictObject({
    before: z.iso
      .datetime()
      .optional()
      .describe("Only what was before this instant: for what lies further back"),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe("Entries at most"),
  }),
  reply: z.object({
    entries: z.array(Item),
    leftOff: z.number().int().describe("Relations, past ones included, that were too many to look at"),
  }),
  refusals: ["not_found"],
  handle: async ({ params: { ciId }, query }, context: ConfigurationContext) => {
    const { cis, model } = context;
    await cis.get(ciId);
    const { before = "9999-12-31T23:59:59.999Z", limit } = query;
    const { entries, leftOff } = await relationHistory(ciId, { before, limit }, context);
    const others = byId(await cis.brief(entries.map(({ relationId }) => otherEnd(relationId, ciId))));
    const told = entries.map(async ({ relationId, entry }) => {
      const { fromId, typeId } = partsOf(relationId);
      const type = await model.typeOf(typeId);
      const id = otherEnd(relationId, ciId);
      const { name, classId } = others.get(id) ?? {};
      const { subject: _relation, ...meta } = entry.meta;
      return {
        ...(entry as unknown as z.output<typeof HistoryItem>),
        meta,
        relationId,
        typeId,
        name: fromId === ciId ? type.name : type.reverseName,
        other: { id, name, classId },
      };
    });
    return { entries: await Promise.all(told), leftOff };
  },
});
