import * as z from "zod";
import { innerRecord } from "../../shared/dynamo/inner-record.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { CiModificationsFollowed, type FollowedModifications } from "./events-followed.ts";

/** What a CI remembers of a change that modified it, so that it can be taken back. */
const FollowedChange = z.object({
  changeId: z.string(),
  sequence: z.number().int().describe("The change's version that was followed"),
  applies: z.boolean(),
  before: z.record(z.string(), z.unknown()).describe("What it was, as far as the change modified it"),
});
export type FollowedChange = z.infer<typeof FollowedChange>;

export const followedFields = {
  followedChanges: z.array(FollowedChange).optional().describe("The last changes that modified it"),
};

/** What became of the modifications of one change: a record, so that its event tells of it once. */
export type Followed = RecordBase & FollowedModifications;

export const followedId = (changeId: string): string => `followed.${changeId}`;

/** For the service itself: people read it on the change. */
export const followedRecords = innerRecord<Followed>(
  "FOLLOWED",
  (id) => ({ changeId: id.replace(/^followed\./, ""), sequence: 0, applies: false, results: [] }),
  ["results"],
);

/** The newest version of the change counts. */
export const noteFollowed = (before: Followed, told: FollowedModifications): Decision<Followed> =>
  told.sequence <= before.sequence ? [] : [occurred(CiModificationsFollowed, told, told)];
