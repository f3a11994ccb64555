import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ChangeSnapshot } from "./events.ts";

const source = "itsm.change";

export const ChangeBoardChanged = defineEvent({
  source,
  type: "ChangeBoardChanged",
  version: 1,
  summary: "A change advisory board was made, has other members or meetings now, or was retired or restored.",
  data: z.object({
    board: z.object({
      id: z.string(),
      name: z.string(),
      retired: z.boolean(),
      chairId: z.string(),
      memberIds: z.array(z.string()),
      meetings: z
        .object({ rule: z.string(), start: z.string(), timeZone: z.string(), durationMinutes: z.number() })
        .optional(),
    }),
  }),
});

export const ChangeBoardDecided = defineEvent({
  source,
  type: "ChangeBoardDecided",
  version: 1,
  summary: "A board decided on it in a meeting; what its members said is in events of their own.",
  data: z.object({
    change: ChangeSnapshot,
    board: z.object({
      meetingId: z.string(),
      boardId: z.string(),
      verdict: z.enum(["approve", "reject", "abstain"]),
      people: z.array(z.string()).describe("Those present whose decision was counted"),
    }),
  }),
});

const meeting = z.object({
  id: z.string(),
  boardId: z.string(),
  boardName: z.string(),
  state: z.enum(["planned", "under_way", "held", "cancelled"]),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string().optional(),
  chairId: z.string(),
  memberIds: z.array(z.string()),
  changeIds: z.array(z.string()).describe("What is on its agenda; of a planned one, what people put there"),
});
const meetingEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ meeting }) });

export const ChangeMeetingPlanned = meetingEvent("ChangeMeetingPlanned", "A board will meet.");
export const ChangeMeetingUpdated = meetingEvent(
  "ChangeMeetingUpdated",
  "Who is invited, or what is on the agenda and what was said of it, is another one.",
);
export const ChangeMeetingStarted = meetingEvent(
  "ChangeMeetingStarted",
  "It has begun: who is there is written down, and the agenda is what was due.",
);
export const ChangeMeetingHeld = meetingEvent("ChangeMeetingHeld", "It is over, and its minutes are there.");
export const ChangeMeetingCancelled = meetingEvent("ChangeMeetingCancelled", "It will not take place.");

export const boardEvents = [
  ChangeBoardChanged,
  ChangeBoardDecided,
  ChangeMeetingPlanned,
  ChangeMeetingUpdated,
  ChangeMeetingStarted,
  ChangeMeetingHeld,
  ChangeMeetingCancelled,
];
