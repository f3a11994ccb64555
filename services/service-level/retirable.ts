import type * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/**
 * The life of calendars, holiday lists and agreements: what is retired counts for nothing new and stays
 * readable, because old records were measured by it.
 */
export const retirable = defineLifecycle(["active", "retired"], {
  retire: { from: ["active"], to: "retired" },
  restore: { from: ["retired"], to: "active" },
});

export type Retirable = RecordBase & {
  readonly name: string;
  readonly state: z.infer<typeof retirable.State>;
};
