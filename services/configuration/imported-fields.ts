import * as z from "zod";

/** What a source calls a CI. */
export const SourceKey = z.object({
  sourceId: z.string(),
  key: z.string(),
  at: z.string().optional().describe("When the source looked, where it says so"),
  isGone: z.boolean().optional().describe("The source said that it is there no more"),
  isSecond: z
    .boolean()
    .optional()
    .describe(
      "From a second record that was merged: the source says the same CI twice, and this key counts for nothing",
    ),
  staleSince: z.iso.datetime().optional().describe("The source has not spoken of it for too long"),
});
export type SourceKey = z.infer<typeof SourceKey>;

/** What a CI has because sources speak of it; nothing where people keep it by hand. */
export const importedFields = {
  sources: z.array(SourceKey).optional().describe("Who else knows it, and by what name"),
  origins: z
    .record(z.string(), z.string())
    .optional()
    .describe("Whose word an attribute or fact is; where nobody is named, people wrote it"),
  formerSources: z.array(SourceKey).optional().describe("Who knew it before it was merged into another"),
  formerAssetId: z.string().optional().describe("The asset that it was before it was merged into another"),
  mergedIds: z.array(z.string()).optional().describe("Second records of this CI that were merged into it"),
  supersededBy: z.string().optional().describe("It was a second record of this CI, and was merged into it"),
};
