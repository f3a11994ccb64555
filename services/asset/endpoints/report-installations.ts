import * as z from "zod";
import { Refusal, refusalCodes } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { Report, report } from "../decisions/installation.ts";
import type { Model } from "../model.ts";
import { InstallationId, installationIdOf } from "../software.ts";
import type { AssetContext } from "../table.ts";

const Result = z.object({
  row: z.number().int().describe("Its place in `rows`, from 0"),
  id: InstallationId,
  ok: z.boolean(),
  version: z.number().int().optional(),
  code: z.string().optional().describe("Why not"),
  detail: z.string().optional(),
});
type Result = z.input<typeof Result>;

const atOnce = 8;

const outcome = async (
  row: number,
  id: string,
  work: Promise<{ readonly version: number }>,
): Promise<Result> => {
  try {
    return { row, id, ok: true, version: (await work).version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [place] = error.violations;
    const detail =
      place?.message ?? (error.message === refusalCodes[error.code].title ? undefined : error.message);
    return { row, id, ok: false, code: error.code, detail };
  }
};

/** Each model is looked up once, however many rows name it. */
const modelsOf = (rows: readonly Report[], { models }: AssetContext) => {
  const found = new Map<string, Promise<() => Model>>();
  for (const { modelId } of rows) {
    if (found.has(modelId)) continue;
    const finding = named(models, modelId, "modelId").then((model) => {
      if (model.kind === "software") return model;
      throw new Refusal("rule_violation", `${modelId} is ${model.kind}`);
    });
    found.set(modelId, later(finding));
  }
  return found;
};

export const reportInstallations = endpoint({
  id: "reportInstallations",
  summary: "Say which software is on which devices, as discovery finds it; each row has its own result",
  route: "POST /software-installations",
  permission: "asset:report",
  body: z.strictObject({
    source: z.string().trim().min(1).max(100).optional().describe("Which tool or person says so"),
    rows: z
      .array(Report)
      .min(1)
      .max(100)
      .refine(
        (rows) =>
          new Set(rows.map((row) => installationIdOf(row.modelId, row.deviceId))).size === rows.length,
        "Each software on each device once",
      ),
  }),
  reply: z.object({ results: z.array(Result) }),
  refusals: [],
  handle: async ({ body: { source, rows } }, context: AssetContext) => {
    const models = modelsOf(rows, context);
    const results: Result[] = [];
    for (let done = 0; done < rows.length; done += atOnce) {
      const some = rows.slice(done, done + atOnce).map(async (row, at) => {
        const id = installationIdOf(row.modelId, row.deviceId);
        const model = await models.get(row.modelId);
        const work = context.installations.update(id, undefined, (installation) =>
          report(installation, { ...row, source }, (model as () => Model)()),
        );
        return outcome(done + at, id, work);
      });
      results.push(...(await Promise.all(some)));
    }
    return { results };
  },
});
