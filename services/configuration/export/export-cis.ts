import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { type Ci, ciLifecycle } from "../ci.ts";
import { CiClassId } from "../ci-class.ts";
import { cisOfClass, pathOf } from "../class-list.ts";
import type { ConfigurationContext } from "../table.ts";
import { ExportedCi } from "./exported-ci.ts";
import { graphml } from "./graphml.ts";
import { table } from "./table-of-cis.ts";
import { relationTable } from "./table-of-relations.ts";

const Query = z.strictObject({
  classId: CiClassId.optional().describe(
    "Those of this class and of the classes below it that are not retired; otherwise all in a state",
  ),
  state: ciLifecycle.State.default("live"),
  ...pageQuery,
});

/** Of one CI. Who has more is a hub, and its relations have a list of their own. */
const mostRelations = 500;

/** Relations to what the reader does not see are left out, as if they were not there. */
const relationsOf = async (
  { id }: Ci,
  { relations, cis }: ConfigurationContext,
): Promise<Pick<ExportedCi, "relations" | "moreRelations">> => {
  const found = await relations.few({ index: "relationsFrom", partition: id }, mostRelations);
  const others = await cis.present([...new Set(found.map(({ toId }) => toId))]);
  const seen = found.filter(({ toId }) => others.has(toId));
  const isCut = found.length === mostRelations;
  return {
    relations: seen.map(({ id: relation, typeId, toId, weight, group }) => ({
      id: relation,
      typeId,
      toId,
      weight,
      group,
    })),
    ...(isCut ? { moreRelations: true } : {}),
  };
};

/** Behind every name: the question is another than that of the list, so their cursors are not each other's. */
const last = "\u{10ffff}";

/** So many at a time: each CI's relations are a query. */
const atOnce = 10;

export const exportCis = endpoint({
  id: "exportCis",
  summary:
    "CIs whole, with the relations that begin at them, by name: as JSON, as a table of either, or as a graph (GraphML)",
  route: "GET /ci-export",
  permission: "configuration:read_all",
  query: Query,
  reply: pageOf(ExportedCi),
  forms: [table, relationTable, graphml],
  refusals: ["invalid_cursor"],
  handle: async ({ query: { classId, state, ...page } }, context: ConfigurationContext) => {
    const where =
      classId === undefined
        ? { index: "cisByState", partition: state }
        : cisOfClass(await pathOf(classId, context));
    const { items, nextCursor } = await context.cis.list({ ...where, upTo: last, edges: true }, page);
    const exported: ExportedCi[] = [];
    for (let at = 0; at < items.length; at += atOnce) {
      const some = items
        .slice(at, at + atOnce)
        .map(async (ci) => ({ ...ci, ...(await relationsOf(ci, context)) }));
      exported.push(...(await Promise.all(some)));
    }
    return { items: exported, nextCursor };
  },
});
