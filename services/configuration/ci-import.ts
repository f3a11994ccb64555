import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { SourceId } from "./ci-source.ts";
import { Format } from "./import-format.ts";
import { Counts } from "./row-outcome.ts";

/**
 * The life of an import: it is put together from chunks, tried without writing as often as wanted, and run.
 * What ends by itself is done in pages by the clock.
 */
export const importLifecycle = defineLifecycle(
  ["collecting", "checking", "checked", "running", "finished", "undoing", "undone", "cancelled"],
  {
    check: { from: ["collecting", "checked"], to: "checking" },
    "finish-check": { from: ["checking"], to: "checked" },
    start: { from: ["collecting", "checked"], to: "running" },
    finish: { from: ["running"], to: "finished" },
    undo: { from: ["finished"], to: "undoing" },
    "finish-undo": { from: ["undoing"], to: "undone" },
    cancel: { from: ["collecting", "checked"], to: "cancelled" },
  },
);

export const ImportId = z.string().regex(/^IMP\d{7,12}$/, "An import such as IMP0000001");

/** How much one import takes. More is another import: sources are as many as wanted. */
export const limits = { chunks: 500, rows: 200_000, rowsOfChunk: 2000, characters: 250_000 } as const;

export const ImportFields = z.strictObject({
  sourceId: SourceId,
  title: ShortText.optional(),
});

export const Import = z.object({
  id: ImportId,
  ...recordFields,
  ...ImportFields.shape,
  format: Format,
  state: importLifecycle.State,
  startedBy: z.string().describe("Who put it together"),
  chunkCount: z.number().int(),
  rowCount: z.number().int(),
  checked: Counts.optional().describe("Of the last dry run"),
  counts: Counts.optional().describe("Of the run"),
  undone: Counts.optional().describe(
    "Of the undoing: what was taken back is `updated`, what stays is `conflict`",
  ),
  progress: z
    .object({ rows: z.number().int(), counts: Counts })
    .optional()
    .describe("How far the work has come that is under way"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});

/** As stored: with where its chunks are beside it. */
export type Import = z.infer<typeof Import> &
  RecordBase & { readonly chunks: readonly { readonly place: string; readonly rows: number }[] };

/** An import as the API shows it. */
export const SeenImport = Import.meta({ id: "CiImport" });
