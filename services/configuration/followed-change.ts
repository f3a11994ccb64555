import * as z from "zod";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
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

export const followedRecords: RecordType<Followed> = {
  prefix: "FOLLOWED",
  initial: (id) => ({
    id,
    version: 0,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    changeId: id.replace(/^followed\./, ""),
    sequence: 0,
    applies: false,
    results: [],
  }),
  indexes: () => ({}),
  long: ["results"],
  // For the service itself: people read it on the change.
  view: (actor, record) => (actor.permissions.has("*") ? record : undefined),
  viewEntry: () => undefined,
};

/** The newest version of the change counts. */
export const noteFollowed = (before: Followed, told: FollowedModifications): Decision<Followed> =>
  told.sequence <= before.sequence ? [] : [occurred(CiModificationsFollowed, told, told)];
