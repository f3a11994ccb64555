import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { fitsBytes } from "../../../shared/domain/fits-bytes.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Board } from "../board.ts";
import { ChangeId, PersonId } from "../change-fields.ts";
import {
  ChangeMeetingCancelled,
  ChangeMeetingHeld,
  ChangeMeetingPlanned,
  ChangeMeetingStarted,
  ChangeMeetingUpdated,
} from "../events-board.ts";
import { type Item, type Meeting, meetingLifecycle } from "../meeting.ts";

type MeetingDecision = Decision<Meeting>;

/** More is no meeting; what is left over is due at the next one. */
const mostItems = 60;
/** In JSON; an event of the history holds the agenda twice. */
const fits = fitsBytes(100_000);

const happened = (
  event: typeof ChangeMeetingPlanned,
  before: Partial<Meeting>,
  changes: Partial<Meeting>,
): MeetingDecision => {
  const after = { ...before, ...changes } as Meeting;
  const { id, boardId, boardName, state, startsAt, endsAt, place, chairId, memberIds, items } = after;
  const changeIds = items.map(({ changeId }) => changeId);
  const told = { id, boardId, boardName, state, startsAt, endsAt, place, chairId, memberIds, changeIds };
  return [occurred(event, { meeting: told }, changes)];
};

/** Who belongs to it, and where it is, as the board says now. */
const ofBoard = ({ name, chairId, memberIds, place }: Board) => ({
  boardName: name,
  chairId,
  memberIds,
  place,
});

type When = { readonly startsAt: string; readonly endsAt: string; readonly place?: string | undefined };

export const plan = (id: string, board: Board, when: When, regular: boolean): MeetingDecision => {
  const at = { startsAt: when.startsAt, endsAt: when.endsAt, regular };
  const place = when.place ?? board.place;
  const changes = {
    ...ofBoard(board),
    boardId: board.id,
    ...at,
    place,
    state: "planned" as const,
    items: [],
  };
  return happened(ChangeMeetingPlanned, { id }, changes);
};

/**
 * A planned meeting as its board says now: its members are those of the board, and a regular one that the
 * schedule does not know any more does not take place.
 */
export const followBoard = (meeting: Meeting, board: Board, isScheduled: boolean): MeetingDecision => {
  if (meeting.state !== "planned") return [];
  if (board.state === "retired" || (meeting.regular && !isScheduled))
    return happened(ChangeMeetingCancelled, meeting, {
      state: meetingLifecycle.next(meeting.state, "cancel"),
      cancellation: board.state === "retired" ? "The board is retired" : "The board meets at other times",
      dropped: true,
    });
  const { place: _place, ...members } = ofBoard(board);
  const changes = changedFields<Meeting>(meeting, members);
  return Object.keys(changes).length === 0 ? [] : happened(ChangeMeetingUpdated, meeting, changes);
};

export const StartMeeting = z.strictObject({
  attendeeIds: z
    .array(PersonId)
    .min(1)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, "Each person once")
    .describe("Who is there, guests included; only members of the board decide"),
});

/** What is due comes before what people put on the agenda; nothing twice. */
const merged = (due: readonly Item[], own: readonly Item[]): Item[] => {
  const noteOf = new Map(own.map(({ changeId, note }) => [changeId, note]));
  const first = due.map((item) => {
    const note = noteOf.get(item.changeId);
    return note === undefined ? item : { ...item, note };
  });
  const known = new Set(due.map(({ changeId }) => changeId));
  return [...first, ...own.filter(({ changeId }) => !known.has(changeId))].slice(0, mostItems);
};

export const start = (
  meeting: Meeting,
  { attendeeIds }: z.infer<typeof StartMeeting>,
  { board, due, now }: { readonly board: Board; readonly due: readonly Item[]; readonly now: string },
): MeetingDecision => {
  const state = meetingLifecycle.next(meeting.state, "start");
  const { place: _place, ...members } = ofBoard(board);
  const items = merged(due, meeting.items);
  return happened(ChangeMeetingStarted, meeting, {
    ...members,
    state,
    attendeeIds,
    items,
    startedAt: now,
  });
};

export const AgendaItem = z.strictObject({
  changeId: ChangeId,
  note: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .optional()
    .describe("What was said of it; replaces what was noted"),
});

/** Puts a change on the agenda, or writes down what was said of one that is there. */
export const putOnAgenda = (
  meeting: Meeting,
  { changeId, note }: z.infer<typeof AgendaItem>,
): MeetingDecision => {
  if (meeting.state !== "planned" && meeting.state !== "under_way")
    throw new Refusal("illegal_transition", `Its agenda is settled in state "${meeting.state}"`);
  const known = meeting.items.find((item) => item.changeId === changeId);
  if (known && (note === undefined || known.note === note)) return [];
  const noted = note === undefined ? {} : { note };
  const items = known
    ? meeting.items.map((item) => (item === known ? { ...item, ...noted } : item))
    : [...meeting.items, { changeId, kind: "other" as const, ...noted }];
  if (items.length > mostItems) throw new Refusal("rule_violation", `At most ${mostItems} on one agenda`);
  if (!fits(items)) throw new Refusal("rule_violation", "All notes together are at most 100 kB");
  return happened(ChangeMeetingUpdated, meeting, { items });
};

/** What the board decided on a change while the meeting was under way; the change's own event tells of it. */
export const noteVerdict = (
  meeting: Meeting,
  changeId: string,
  verdict: NonNullable<Item["verdict"]>,
  decidedAt: string,
): MeetingDecision => {
  const known = meeting.items.find((item) => item.changeId === changeId);
  if (known?.decidedAt !== undefined && known.decidedAt >= decidedAt) return [];
  const decided = { verdict, decidedAt };
  const items = known
    ? meeting.items.map((item) => (item === known ? { ...item, ...decided } : item))
    : [...meeting.items, { changeId, kind: "decision" as const, ...decided }];
  return happened(ChangeMeetingUpdated, meeting, { items });
};

export const CloseMeeting = z.strictObject({ minutes: LongText });

export const close = (
  meeting: Meeting,
  { minutes }: z.infer<typeof CloseMeeting>,
  now: string,
): MeetingDecision =>
  happened(ChangeMeetingHeld, meeting, {
    state: meetingLifecycle.next(meeting.state, "close"),
    minutes,
    heldAt: now,
  });

export const CancelMeeting = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const cancel = (meeting: Meeting, { reason }: z.infer<typeof CancelMeeting>): MeetingDecision =>
  happened(ChangeMeetingCancelled, meeting, {
    state: meetingLifecycle.next(meeting.state, "cancel"),
    cancellation: reason,
  });
