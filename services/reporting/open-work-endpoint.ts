import * as z from "zod";
import { columnsOf } from "../../shared/csv/columns.ts";
import type { Sum } from "../../shared/dynamo/measure-reads.ts";
import { absent } from "../../shared/dynamo/measured.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { tableOf } from "../../shared/http/formed-page.ts";
import { agesOn } from "./ages.ts";
import { breakdownOf, filtersOf } from "./breakdown.ts";
import { kindsOf, permissionOf, type Report } from "./report.ts";
import { version, versionOf } from "./report-endpoint.ts";
import type { ReportingContext } from "./table.ts";

const Row = z
  .object({
    level: z.string().describe("Priority, or the type of a change; `-` of what has neither"),
    age: z.string().describe("Days since it was opened: `0` today, `1-2`, `3-6`, `7-29`, `30-89`, `90+`"),
    openedFrom: z.iso.date().optional().describe("First of those days, UTC; absent for the oldest"),
    openedTo: z.iso.date().describe("Last of those days"),
    open: z.number().int(),
    overdue: z.number().int().describe("Of them with a breached service level; incidents only"),
  })
  .meta({ id: "OpenWorkRow" });

const total = (sums: readonly Sum[], figure: string): number =>
  sums.reduce((sum, { amounts }) => sum + (amounts[figure] ?? 0), 0);

/** What of a report's records is open now, by level and age. */
export const openWorkEndpoint = (report: Report) => {
  const narrowed = { ...report, dimensions: [...report.dimensions, ...(report.openDimensions ?? [])] };
  return endpoint({
    id: `getOpen${report.subject}Work`,
    summary: `What is open of ${report.name} now, by ${report.level ? `${report.level.name} and ` : ""}age`,
    route: `GET /reports/${report.name}/open-work`,
    permission: permissionOf(report),
    query: z.strictObject(filtersOf(narrowed)),
    reply: z.object({ version, items: z.array(Row) }).meta({ id: `Open${report.subject}Work` }),
    refusals: [],
    forms: [tableOf(columnsOf(Row))],
    handle: async ({ query }, { reads, now }: ReportingContext) => {
      const breakdown = breakdownOf(narrowed, query);
      const sums = (await Promise.all(kindsOf(report).map((kind) => reads(kind).stock(breakdown)))).flat();
      const ages = agesOn(now().slice(0, 10));
      const items = (breakdown.levels ?? [absent]).flatMap((level) =>
        ages.map(({ name, from = "", to }, at) => {
          // What was opened tomorrow, by a clock that is ahead, is new, too.
          const isIn = (day: string): boolean => day >= from && (day <= to || at === 0);
          const own = sums.filter((sum) => sum.level === level && isIn(sum.day));
          return {
            level,
            age: name,
            ...(from === "" ? {} : { openedFrom: from }),
            openedTo: to,
            open: total(own, "open"),
            overdue: total(own, "overdue"),
          };
        }),
      );
      return { version: versionOf(items), items };
    },
  });
};
