import * as z from "zod";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { ImportId, SeenImport } from "../../ci-import.ts";
import type { ConfigurationContext } from "../../table.ts";
import { jobOf, progressIn } from "../run-import.ts";

export const getCiImport = endpoint({
  id: "getCiImport",
  summary: "Read an import, and how far the work on it has come",
  route: "GET /ci-imports/{importId}",
  permission: "configuration:import",
  params: z.object({ importId: ImportId }),
  reply: SeenImport,
  refusals: ["not_found"],
  handle: async ({ params }, { imports, jobs }: ConfigurationContext) => {
    const imported = await imports.get(params.importId);
    const job = await jobs.load(jobOf(imported));
    if (!job) return imported;
    const { rows, counts } = progressIn(job.reached?.after);
    return { ...imported, progress: { rows, counts } };
  },
});
