import type { Schedule } from "../../../shared/service.ts";
import { mergeCis } from "../quality/merge-cis.ts";
import type { ConfigurationContext } from "../table.ts";

export const finishMerges: Schedule<ConfigurationContext> = {
  id: "finish-merges",
  summary: "Merges CIs that somebody said are one: values, sources, relations.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { duplicates } = context;
    for await (const ids of duplicates.ids({ index: "duplicatesByState", partition: "merging" }))
      for (const id of ids)
        if (performance.now() < deadline) await mergeCis(await duplicates.get(id), deadline, context);
  },
};
