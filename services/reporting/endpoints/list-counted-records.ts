import * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Counted } from "../../../shared/dynamo/measure-reads.ts";
import { absent, whole } from "../../../shared/dynamo/measured.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { viewCounted } from "../access.ts";
import { breakdownOf } from "../breakdown.ts";
import { CountedRecord, countedRecord } from "../counted-record.ts";
import { allFilters, reportOfKind } from "../kind-reports.ts";
import { type KindName, kindNames } from "../kinds/all-kinds.ts";
import { daysBefore } from "../periods.ts";
import { daysQuery } from "../report-endpoint.ts";
import { reports } from "../reports/all-reports.ts";
import type { ReportingContext } from "../table.ts";

/** Figures that records count in: definitions of ratios and durations name none. */
const figures = [
  ...new Set(reports.flatMap(({ definitions }) => definitions.map(({ figure }) => figure))),
].filter((figure) => /^\w+$/.test(figure)) as [string, ...string[]];

const Query = z.strictObject({
  kind: z.enum(kindNames as [KindName, ...KindName[]]).default("incident"),
  figure: z.enum(figures).default("open").describe("As the definitions name it"),
  from: daysQuery.from.describe("First day on which it counted, UTC; without it from the beginning"),
  to: daysQuery.to.describe("Last day"),
  ...allFilters,
  ...pageQuery,
});

const shown =
  (kind: KindName, actor: Actor, { facts }: ReportingContext) =>
  async (counted: readonly Counted[]) => {
    const known = await facts(
      kind,
      counted.map(({ id }) => id),
    );
    return counted.map((each) => {
      const fact = known.get(each.id);
      return fact && viewCounted(actor, countedRecord(kind, each, fact), fact.known.restricted === true);
    });
  };

const refuseForeign = (kind: KindName, figure: string): void => {
  const own = reports.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ definitions }) => definitions);
  if (own.some((each) => each.figure === figure)) return;
  throw new Refusal("invalid_input", undefined, [
    { path: "query.figure", message: `No ${kind} counts in ${figure}` },
  ]);
};

export const listCountedRecords = endpoint({
  id: "listCountedRecords",
  summary: "The records behind a number of a report, most urgent first, then oldest",
  route: "GET /reports/records",
  permission: "reporting:read",
  query: Query,
  reply: pageOf(CountedRecord),
  refusals: ["invalid_cursor"],
  handle: ({ query, actor }, context: ReportingContext) => {
    const { kind, figure, from, to, limit, cursor, ...filters } = query as z.output<typeof Query>;
    refuseForeign(kind, figure);
    const { dimension, value = whole, levels = [absent] } = breakdownOf(reportOfKind(kind, filters), filters);
    const before = to === undefined ? undefined : daysBefore(to, -1);
    const wanted = { figure, dimension, value, levels, from, to: before };
    return context.reads(kind).members(wanted, { limit, cursor }, shown(kind, actor, context));
  },
});
