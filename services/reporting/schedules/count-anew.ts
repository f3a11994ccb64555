import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { kindNames, kinds } from "../kinds/all-kinds.ts";
import type { ReportingContext } from "../table.ts";

export const countAnew: Schedule<ReportingContext> = {
  id: "count-anew",
  summary: "Counts records anew that were counted by what an earlier release took for a figure.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { measures, countedBy }) => {
    for (const kind of kindNames)
      for (let edition = 1; edition < kinds[kind].edition; edition++)
        await forEachId(countedBy(kind, edition), (id) => measures[kind].countAnew(id), deadline);
  },
};
