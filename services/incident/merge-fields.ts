import * as z from "zod";

/** Something that came to an incident with duplicates of it, and with which of them; its own things are not here. */
const Brought = z.object({ value: z.string(), from: z.array(z.string()) });
export type Brought = z.infer<typeof Brought>;

/** What an incident and its duplicates know of each other. */
export const mergeFields = {
  mergedInto: z.string().optional().describe("The incident this one is a duplicate of"),
  mergedFrom: z
    .object({
      state: z.string(),
      holdReason: z.string().optional(),
      at: z.iso.datetime(),
      by: z.string(),
    })
    .optional()
    .describe("What undoing the merge restores, and who merged it when"),
  duplicateIds: z.array(z.string()).optional().describe("Incidents merged into this one"),
  brought: z
    .object({ watchers: z.array(Brought), ciIds: z.array(Brought), links: z.array(Brought) })
    .optional()
    .describe("What came with duplicates and leaves when they do"),
};
