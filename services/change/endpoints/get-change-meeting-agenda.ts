import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { dueFor, nextMeeting } from "../agenda.ts";
import type { Change } from "../change.ts";
import { Risk } from "../change-fields.ts";
import { ChangeType, normalLifecycle } from "../change-type.ts";
import type { ChangeContext } from "../context.ts";
import { type Item, Meeting } from "../meeting.ts";
import { meetingParams } from "../meeting-endpoint.ts";

const Entry = Meeting.shape.items.element.extend({
  title: z.string(),
  type: ChangeType,
  state: normalLifecycle.State,
  risk: Risk.optional(),
  chancePercent: z.number().int().optional().describe("Of success, when it was assessed"),
  conflicts: z.number().int().describe("As was last looked"),
  teamId: z.string().optional(),
  plannedStart: z.iso.datetime().optional(),
  plannedEnd: z.iso.datetime().optional(),
  isPressing: z.boolean().describe("It begins before the board meets again"),
});

const Agenda = z.object({
  meetingId: z.string(),
  state: Meeting.shape.state,
  nextMeetingAt: z.iso.datetime().optional(),
  items: z.array(Entry),
});

const entryOf = (item: Item, change: Change, next: string | undefined): z.input<typeof Entry> => {
  const { title, type, state, risk, chance, conflicts, teamId, plannedStart, plannedEnd } = change;
  const isPressing = next !== undefined && plannedStart !== undefined && plannedStart < next;
  const chancePercent = chance?.percent;
  const shown = { title, type, state, risk, teamId, plannedStart, plannedEnd, chancePercent };
  return { ...item, ...shown, conflicts: conflicts?.total ?? 0, isPressing };
};

/** Its items: as written down from its beginning on; before, what is due now and what people put there. */
const itemsOf = async (meeting: Meeting, context: ChangeContext): Promise<readonly Item[]> => {
  if (meeting.state !== "planned") return meeting.items;
  const due = await dueFor(meeting.boardId, context);
  const known = new Set(due.map(({ change }) => change.id));
  return [
    ...due.map(({ change, kind }) => ({ changeId: change.id, kind })),
    ...meeting.items.filter(({ changeId }) => !known.has(changeId)),
  ];
};

export const getChangeMeetingAgenda = endpoint({
  id: "getChangeMeetingAgenda",
  summary: "What a meeting is to decide and look back on, with the risk and the window of each change",
  route: "GET /change-meetings/{changeMeetingId}/agenda",
  permission: "change:read",
  params: meetingParams,
  reply: Agenda,
  refusals: ["not_found"],
  handle: async ({ params }, context: ChangeContext) => {
    const meeting = await context.meetings.get(params.changeMeetingId);
    const board = await context.boardNow(meeting.boardId);
    const next = board && nextMeeting(board, meeting);
    const items = await itemsOf(meeting, context);
    const changes = await context.changes.present(items.map(({ changeId }) => changeId));
    return {
      meetingId: meeting.id,
      state: meeting.state,
      nextMeetingAt: next,
      items: items.flatMap((item) => {
        const change = changes.get(item.changeId);
        return change ? [entryOf(item, change, next)] : [];
      }),
    };
  },
});
