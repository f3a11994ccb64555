import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ChangeSnapshot } from "./events.ts";

const source = "itsm.change";

const task = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(["open", "in_progress", "completed", "failed", "cancelled"]),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  plannedStart: z.string().optional(),
  plannedEnd: z.string().optional(),
});
const taskEvent = (type: string, summary: string) =>
  defineEvent({
    source,
    type,
    version: 1,
    summary,
    data: z.object({
      change: ChangeSnapshot,
      tasks: z.array(task).describe("Those that the event is about"),
    }),
  });

export const ChangeTaskAdded = taskEvent("ChangeTaskAdded", "Another piece of work belongs to it.");
export const ChangeTaskChanged = taskEvent(
  "ChangeTaskChanged",
  "A piece of its work is another one, or begun.",
);
export const ChangeTaskEnded = taskEvent(
  "ChangeTaskEnded",
  "Pieces of its work are over: done, failed or cancelled.",
);

export const taskEvents = [ChangeTaskAdded, ChangeTaskChanged, ChangeTaskEnded];
