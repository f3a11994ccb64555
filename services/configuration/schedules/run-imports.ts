import type { Schedule } from "../../../shared/service.ts";
import { runImport } from "../import/run-import.ts";
import { undoImport } from "../import/undo-import.ts";
import type { ConfigurationContext } from "../table.ts";

const works = [
  ["checking", runImport],
  ["running", runImport],
  ["undoing", undoImport],
] as const;

export const runImports: Schedule<ConfigurationContext> = {
  id: "run-imports",
  summary: "Goes on with imports that are being tried, run or taken back, page by page.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    for (const [partition, work] of works)
      for await (const ids of context.imports.ids({ index: "importsByState", partition }))
        for (const id of ids) if (performance.now() < deadline) await work(id, deadline, context);
  },
};
