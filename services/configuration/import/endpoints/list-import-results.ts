import * as z from "zod";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { ImportId } from "../../ci-import.ts";
import { RowResult } from "../../row-result.ts";
import type { ConfigurationContext } from "../../table.ts";
import { resultSheets } from "../result-sheets.ts";

const Query = z.strictObject({
  run: z
    .enum(["check", "import", "undo"])
    .default("import")
    .describe("Of the dry run, the run, or the undoing"),
  only: z.enum(["all", "trouble"]).default("all").describe("`trouble`: rows that somebody should look at"),
  ...pageQuery,
});

export const listImportResults = endpoint({
  id: "listImportResults",
  summary: "What became of each row, things first, in their order",
  route: "GET /ci-imports/{importId}/results",
  permission: "configuration:import",
  params: z.object({ importId: ImportId }),
  query: Query,
  reply: pageOf(RowResult),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params, query: { run, only, ...page } }, { imports, sheets }: ConfigurationContext) => {
    const { id } = await imports.get(params.importId);
    return sheets.entries<RowResult>(id, resultSheets(run, only === "trouble"), page);
  },
});
