import * as z from "zod";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { Source } from "../../ci-source.ts";
import type { ConfigurationContext } from "../../table.ts";
import { allOf } from "../../whole-model.ts";
import { builtInSources } from "../builtin-sources.ts";
import { sourcePath } from "../table.ts";

export const listCiSources = endpoint({
  id: "listCiSources",
  summary:
    "All sources of configuration items, those that are there from the start and retired ones included",
  route: "GET /ci-sources",
  permission: "configuration:read_all",
  reply: z.object({
    sources: z
      .array(Source.partial({ mapping: true }))
      .describe("By id; how they are read, each one's own page says"),
    truncated: z.boolean().optional().describe("There are more than are told here"),
  }),
  refusals: [],
  handle: async (_request, { sources }: ConfigurationContext) => {
    const { all, truncated } = await allOf(sources, sourcePath, builtInSources);
    return { sources: all.map(({ mapping: _mapping, ...source }) => source), truncated };
  },
});
