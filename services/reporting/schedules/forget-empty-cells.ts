import { whole } from "../../../shared/dynamo/measured.ts";
import type { Schedule } from "../../../shared/service.ts";
import { kindsOf } from "../report.ts";
import { reports } from "../reports/all-reports.ts";
import type { ReportingContext } from "../table.ts";

export const forgetEmptyCells: Schedule<ReportingContext> = {
  id: "forget-empty-cells",
  summary: "Takes away the days of which nothing is open any more.",
  every: "rate(1 day)",
  handle: async ({ deadline }, { sweep }) => {
    for (const report of reports)
      for (const kind of report.stock === undefined ? [] : kindsOf(report))
        for (const dimension of [whole, ...report.dimensions]) await sweep(kind, dimension, deadline);
  },
};
