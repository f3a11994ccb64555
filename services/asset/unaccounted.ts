import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/** Something is in use that nobody owns by the books: bought past them, or an asset nobody linked. */
export const unaccountedLifecycle = defineLifecycle(["open", "settled", "dismissed"], {
  dismiss: { from: ["open"], to: "dismissed" },
  settle: { from: ["open", "dismissed"], to: "settled" },
  find: { from: ["settled"], to: "open" },
});

export const UnaccountedId = z.string().regex(/^UNA-CI\d{7,12}$/, "A finding such as UNA-CI0001234");

/** A configuration item of a class that assets are kept of, and no asset that it is. */
export const Unaccounted = z
  .object({
    id: UnaccountedId,
    ...recordFields,
    ciId: z.string(),
    ciName: z.string(),
    classId: z.string(),
    state: unaccountedLifecycle.State,
    reason: z.string().optional().describe("Why it needs no asset"),
    actions: z.array(z.string()).optional(),
  })
  .meta({ id: "UnaccountedCi" });
export type Unaccounted = z.infer<typeof Unaccounted> & RecordBase;

export const unaccountedIdOf = (ciId: string): string => `UNA-${ciId}`;

/** Nothing was found yet. */
export const nothingFound = (id: string): Unaccounted | undefined =>
  UnaccountedId.safeParse(id).success ? ({ id, version: 0, state: "settled" } as Unaccounted) : undefined;
