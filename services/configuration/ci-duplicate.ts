import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { CiId } from "./ci.ts";

/** Two CIs that may be one: somebody says whether they are. Merging goes on by itself until nothing is left. */
export const duplicateLifecycle = defineLifecycle(["open", "dismissed", "merging", "merged"], {
  dismiss: { from: ["open"], to: "dismissed" },
  reopen: { from: ["dismissed"], to: "open" },
  merge: { from: ["open"], to: "merging" },
  finish: { from: ["merging"], to: "merged" },
});

export const DuplicateId = z.string().regex(/^DUP\d{7,12}$/, "A possible duplicate such as DUP0000001");

/** Why two CIs may be one. */
export const Likeness = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("identities"), detail: z.string().describe("The row that led to both") }),
  z.object({ kind: z.literal("name"), detail: z.string().describe("The class and the name they share") }),
  z.object({ kind: z.literal("reported"), detail: z.string().describe("What somebody said") }),
]);
export type Likeness = z.infer<typeof Likeness>;

export const Duplicate = z.object({
  id: DuplicateId,
  ...recordFields,
  state: duplicateLifecycle.State,
  ciIds: z.array(CiId).length(2).describe("The two, in the order of their numbers"),
  likeness: Likeness,
  survivorId: CiId.optional().describe("The one that stays"),
  take: z
    .array(z.string())
    .optional()
    .describe("What the one that stays takes over even where it has its own"),
  dismissal: z.string().optional().describe("Why they are two"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Duplicate = z.infer<typeof Duplicate> & RecordBase;
export const SeenDuplicate = Duplicate.meta({ id: "CiDuplicate" });

/** What two CIs are called together: no pair is proposed twice. */
export const pairOf = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
export const pairClaim = (ciIds: readonly string[]): string => ciIds.join("+");
