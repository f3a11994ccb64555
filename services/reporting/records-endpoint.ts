import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import type { Counted } from "../../shared/dynamo/measure-reads.ts";
import { absent, whole } from "../../shared/dynamo/measured.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { viewCounted } from "./access.ts";
import { breakdownOf, filtersOf } from "./breakdown.ts";
import { CountedRecord, countedRecord } from "./counted-record.ts";
import type { KindName } from "./kinds/all-kinds.ts";
import { permissionOf, type Report, type ReportPermission } from "./report.ts";
import { daysQuery } from "./report-endpoint.ts";
import type { ReportingContext } from "./table.ts";

const shown =
  (kind: KindName, permission: ReportPermission, actor: Actor, { facts }: ReportingContext) =>
  async (counted: readonly Counted[]) => {
    const known = await facts(
      kind,
      counted.map(({ id }) => id),
    );
    return counted.map((each) => {
      const fact = known.get(each.id);
      return (
        fact &&
        viewCounted(actor, countedRecord(kind, each, fact), fact.known.restricted === true, permission)
      );
    });
  };

const querySchema = (report: Report) => {
  const figures = Object.keys(report.figures) as [string, ...string[]];
  // Where there is nothing to choose from nobody is asked.
  const choice = z.enum(figures).default(figures[0]).describe("As the definitions name it");
  return z.strictObject({
    ...(figures.length > 1 ? { figure: choice } : {}),
    from: daysQuery.from.describe("First day on which it counted, UTC; without it from the beginning"),
    to: daysQuery.to.describe("Last day; without it to the end"),
    ...filtersOf(report),
    ...pageQuery,
  });
};

/** The list behind every number of a report. */
export const recordsEndpoint = (report: Report) =>
  endpoint({
    id: `list${report.subject}Records`,
    summary: "The records behind a number, most urgent first, then oldest",
    route: `GET /reports/${report.name}/records`,
    permission: permissionOf(report),
    query: querySchema(report),
    reply: pageOf(CountedRecord),
    refusals: ["invalid_cursor"],
    handle: ({ query, actor }, context: ReportingContext) => {
      const {
        figure = Object.keys(report.figures)[0] ?? "",
        from,
        to,
        limit,
        cursor,
        ...filters
      } = query as z.output<ReturnType<typeof querySchema>> & { readonly figure?: string };
      const kind = report.figures[figure] as KindName;
      const { dimension, value = whole, levels = [absent] } = breakdownOf(report, filters);
      // "~" comes behind every time of a day.
      const before = to === undefined ? undefined : `${to}~`;
      const wanted = { figure, dimension, value, levels, from, to: before };
      return context
        .reads(kind)
        .members(wanted, { limit, cursor }, shown(kind, permissionOf(report), actor, context));
    },
  });
