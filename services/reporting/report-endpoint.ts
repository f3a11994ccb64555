import { createHash } from "node:crypto";
import * as z from "zod";
import { columnsOf } from "../../shared/csv/columns.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { tableOf } from "../../shared/http/formed-page.ts";
import { breakdownOf, filtersOf } from "./breakdown.ts";
import { daysAsked, mostDays, Per } from "./periods.ts";
import { readReport } from "./read-report.ts";
import { permissionOf, type Report } from "./report.ts";
import type { ReportingContext } from "./table.ts";

/** More rows than anybody reads; longer periods or fewer days have fewer. */
const mostRows = 2000;

/** Another number for other content: what a reader has already is answered with 304. */
export const versionOf = (content: unknown): number =>
  createHash("sha256").update(JSON.stringify(content)).digest().readUIntBE(0, 6);

export const version = z.number().int().describe("Another one whenever a number is; also the ETag");

/** The query parameters that say of which days. */
export const daysQuery = {
  from: z.iso.date().optional().describe("First day, UTC; without it the last thirty are meant"),
  to: z.iso.date().optional().describe(`Last day, UTC; without it today. At most ${mostDays} days`),
};

const rowSchema = ({ subject, row }: Report) =>
  z
    .object({
      from: z.iso.date().describe("First day of the period, UTC"),
      to: z.iso.date().describe("Last day of the period"),
      group: z.string().optional().describe("What it is of, where it is grouped; `-`: of none"),
      ...row,
    })
    .meta({ id: `${subject}ReportRow` });

const querySchema = ({ level, dimensions }: Report) => {
  const groups = [...(level ? [level.name] : []), ...dimensions] as [string, ...string[]];
  return z.strictObject({
    ...daysQuery,
    per: Per.default("total").describe("Put together by day, week or month, or one total"),
    groupBy: z.enum(groups).optional(),
    ...filtersOf({ level, dimensions }),
  });
};

/** The endpoint of a report. */
export const reportEndpoint = (report: Report) => {
  const Row = rowSchema(report);
  return endpoint({
    id: `get${report.subject}Report`,
    summary: report.summary,
    route: `GET /reports/${report.name}`,
    permission: permissionOf(report),
    query: querySchema(report),
    reply: z.object({ version, items: z.array(Row) }).meta({ id: `${report.subject}Report` }),
    refusals: [],
    forms: [tableOf(columnsOf(Row))],
    handle: async ({ query }, context: ReportingContext) => {
      const asked = query as Readonly<Record<string, string | undefined>> &
        z.output<ReturnType<typeof querySchema>>;
      const { per, groupBy } = asked;
      const days = daysAsked(asked, context.now());
      const breakdown = breakdownOf(report, asked, groupBy);
      const rows = await readReport(report, { days, per, groupBy, breakdown }, context);
      if (rows.length > mostRows) {
        const message = `At most ${mostRows} rows, it would have ${rows.length}: ask for fewer days or longer periods`;
        throw new Refusal("invalid_input", undefined, [{ path: "query.per", message }]);
      }
      const items = rows.map(({ group, days: of, amounts, backlog }) => ({
        ...of,
        ...(group === undefined ? {} : { group }),
        ...report.numbers(amounts, backlog),
      }));
      return { version: versionOf(items), items } as never;
    },
  });
};
