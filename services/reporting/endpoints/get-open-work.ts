import * as z from "zod";
import { columnsOf } from "../../../shared/csv/columns.ts";
import type { Sum } from "../../../shared/dynamo/measure-reads.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { tableOf } from "../../../shared/http/formed-page.ts";
import { agesOn } from "../ages.ts";
import { breakdownOf } from "../breakdown.ts";
import { allFilters, reportOfKind, stockKinds } from "../kind-reports.ts";
import { version, versionOf } from "../report-endpoint.ts";
import type { ReportingContext } from "../table.ts";

const Row = z
  .object({
    level: z.string().describe("Priority, or the type of a change"),
    age: z.string().describe("Days since it was opened: `0` today, `1-2`, `3-6`, `7-29`, `30-89`, `90+`"),
    openedFrom: z.iso.date().optional().describe("First of those days, UTC; absent for the oldest"),
    openedTo: z.iso.date().describe("Last of those days"),
    open: z.number().int(),
    overdue: z.number().int().describe("Of them with a breached service level; incidents only"),
  })
  .meta({ id: "OpenWorkRow" });

const total = (sums: readonly Sum[], figure: string): number =>
  sums.reduce((sum, { amounts }) => sum + (amounts[figure] ?? 0), 0);

export const getOpenWork = endpoint({
  id: "getOpenWork",
  summary: "What is open now, by priority (or type) and age",
  route: "GET /reports/open-work",
  permission: "reporting:read",
  query: z.strictObject({ kind: z.enum(stockKinds).default("incident"), ...allFilters }),
  reply: z.object({ version, items: z.array(Row) }).meta({ id: "OpenWork" }),
  refusals: [],
  forms: [tableOf(columnsOf(Row))],
  handle: async ({ query }, { reads, now }: ReportingContext) => {
    const { kind, ...filters } = query;
    const report = reportOfKind(kind, filters);
    const breakdown = breakdownOf(report, filters);
    const sums = await reads(kind).stock(breakdown);
    const items = (breakdown.levels ?? []).flatMap((level) =>
      agesOn(now().slice(0, 10)).map(({ name, from = "", to }) => {
        const own = sums.filter((sum) => sum.level === level && sum.day >= from && sum.day <= to);
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
