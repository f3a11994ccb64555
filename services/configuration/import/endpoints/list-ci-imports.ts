import * as z from "zod";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { importLifecycle, SeenImport } from "../../ci-import.ts";
import type { ConfigurationContext } from "../../table.ts";

export const listCiImports = endpoint({
  id: "listCiImports",
  summary: "Imports in a state, newest first",
  route: "GET /ci-imports",
  permission: "configuration:import",
  query: z.strictObject({ state: importLifecycle.State.default("collecting"), ...pageQuery }),
  reply: pageOf(SeenImport),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { imports }: ConfigurationContext) =>
    imports.list({ index: "importsByState", partition: state, newestFirst: true }, page),
});
