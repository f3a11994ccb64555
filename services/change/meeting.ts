import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { BoardId } from "./board.ts";
import { ChangeId, PersonId } from "./change-fields.ts";
import { Instant } from "./task.ts";

export const MeetingId = z.string().regex(/^CBM\d{7,12}$/, "A meeting of a board such as CBM0000001");

/** A meeting decides while it is under way: what it did not come to is due again. */
export const meetingLifecycle = defineLifecycle(["planned", "under_way", "held", "cancelled"], {
  start: { from: ["planned"], to: "under_way" },
  close: { from: ["under_way"], to: "held" },
  cancel: { from: ["planned"], to: "cancelled" },
});

/** Why a change is on the agenda. */
const ItemKind = z
  .enum(["decision", "review", "other"])
  .describe("`decision`: it waits for the board; `review`: the board approved it, and it did not succeed");
export type ItemKind = z.infer<typeof ItemKind>;

const Item = z.object({
  changeId: ChangeId,
  kind: ItemKind,
  note: z.string().optional().describe("What was said of it"),
  verdict: z.enum(["approve", "reject", "abstain"]).optional().describe("As the board decided"),
  decidedAt: z.iso.datetime().optional(),
});
export type Item = z.infer<typeof Item>;

/** What people say of a meeting that they call. */
export const MeetingFields = z
  .strictObject({
    boardId: BoardId,
    startsAt: Instant,
    endsAt: Instant,
    place: ShortText.optional(),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ["endsAt"], error: "After the beginning" });
export type MeetingFields = z.infer<typeof MeetingFields>;

/** A meeting of a change advisory board: its agenda, who was there, what it decided, and its minutes. */
export const Meeting = z
  .object({
    id: MeetingId,
    ...recordFields,
    boardId: BoardId,
    boardName: z.string(),
    chairId: PersonId,
    memberIds: z.array(PersonId),
    state: meetingLifecycle.State,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    place: z.string().optional(),
    regular: z.boolean().describe("By the board's schedule; otherwise somebody called it"),
    dropped: z.boolean().optional().describe("Cancelled because the board's schedule is another one"),
    items: z.array(Item).describe("Its agenda from its beginning on; before, what people put on it"),
    attendeeIds: z.array(PersonId).optional(),
    startedAt: z.iso.datetime().optional(),
    heldAt: z.iso.datetime().optional(),
    minutes: LongText.optional(),
    cancellation: z.string().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "ChangeMeeting" });
export type Meeting = z.infer<typeof Meeting> & RecordBase;

export const ListedMeeting = Meeting.omit({ items: true, minutes: true, cancellation: true }).meta({
  id: "ListedChangeMeeting",
});
