import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const values = z.record(z.string(), z.unknown());

/** What became of the modifications of one change, as its version `sequence` asked for them. */
const FollowedModifications = z.object({
  changeId: z.string(),
  sequence: z.number().int().describe("Version of the change that asked for it"),
  applies: z.boolean(),
  results: z.array(
    z.object({
      of: z.string().describe("The CI or the relation"),
      outcome: z.enum(["applied", "reverted", "unchanged", "refused"]),
      reason: z.string().optional(),
      before: values.optional().describe("What it was, where that is short enough to be told"),
      after: values.optional(),
    }),
  ),
});
export type FollowedModifications = z.infer<typeof FollowedModifications>;

export const CiModificationsFollowed = defineEvent({
  source: "itsm.configuration",
  type: "CiModificationsFollowed",
  version: 1,
  summary:
    "The modifications that a change had planned are there, or were taken back, as far as that could be.",
  data: FollowedModifications,
});
