import { whole } from "../../../shared/dynamo/measured.ts";
import type { Schedule } from "../../../shared/service.ts";
import { reports } from "../reports/all-reports.ts";
import type { ReportingContext } from "../table.ts";

export const forgetEmptyCells: Schedule<ReportingContext> = {
  id: "forget-empty-cells",
  summary: "Takes away the days of which nothing is open any more.",
  every: "rate(1 day)",
  handle: async ({ deadline }, { sweep }) => {
    for (const { kinds, dimensions, stock } of reports)
      for (const kind of stock === undefined ? [] : kinds)
        for (const dimension of [whole, ...dimensions]) await sweep(kind, dimension, deadline);
  },
};
