import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { PersonId } from "./change-fields.ts";
import { Instant } from "./task.ts";

export const DelegationId = z.string().regex(/^CDG\d{7,12}$/, "A delegation such as CDG0000001");

/** It ends when its time is over, or somebody ends it before. */
export const delegationLifecycle = defineLifecycle(["active", "ended"], {
  end: { from: ["active"], to: "ended" },
});

const day = 24 * 3_600_000;
/** Longer than a year is another job, not an absence. */
const mostDays = 366;

export const DelegationFields = z
  .strictObject({
    personId: PersonId.optional().describe("Who is away; oneself unless given"),
    toId: PersonId.describe("Who decides instead"),
    from: Instant,
    until: Instant.describe("The first moment at which the person is back"),
    reason: ShortText.optional(),
  })
  .refine(({ from, until }) => from < until, { path: ["until"], error: "After the beginning" })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= mostDays * day, {
    path: ["until"],
    error: `At most ${mostDays} days`,
  });
export type DelegationFields = z.infer<typeof DelegationFields>;

/** Somebody is away, and somebody else decides on changes in their place: by their own seat, and in their name. */
export const Delegation = z
  .object({
    id: DelegationId,
    ...recordFields,
    state: delegationLifecycle.State,
    personId: PersonId,
    toId: PersonId,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    reason: z.string().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "ApprovalDelegation" });
export type Delegation = z.infer<typeof Delegation> & RecordBase;
