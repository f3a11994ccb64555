import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { version, versionOf } from "../report-endpoint.ts";
import { reports } from "../reports/all-reports.ts";

const Figure = z
  .object({
    report: z.string(),
    figure: z.string(),
    title: z.string(),
    definition: z.string().describe("What is counted, when, and what is left out"),
    source: z.string().describe("Whose definition it is"),
  })
  .meta({ id: "FigureDefinition" });

const items = reports.flatMap(({ name, definitions }) =>
  definitions.map((definition) => ({ report: name, ...definition })),
);

export const listFigures = endpoint({
  id: "listFigures",
  summary: "What each figure counts, exactly",
  route: "GET /reports",
  permission: "reporting:read",
  reply: z.object({ version, items: z.array(Figure) }),
  refusals: [],
  handle: async () => ({ version: versionOf(items), items }),
});
