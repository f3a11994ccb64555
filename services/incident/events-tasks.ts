import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { IncidentSnapshot } from "./events.ts";

const Task = z.object({
  id: z.string().describe("Number within the incident"),
  state: z.enum(["open", "in_progress", "completed", "cancelled"]),
  title: z.string().optional().describe("Absent for a restricted incident"),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  dependsOn: z.array(z.string()).optional(),
});

const event = (type: string, summary: string) =>
  defineEvent({
    source: "itsm.incident",
    type,
    version: 1,
    summary,
    data: z.object({
      incident: IncidentSnapshot,
      tasks: z.array(Task).describe("The tasks it is about, as they are after it"),
    }),
  });

export const IncidentTaskAdded = event("IncidentTaskAdded", "A task was added to an incident.");
export const IncidentTaskChanged = event(
  "IncidentTaskChanged",
  "A task was corrected, given to somebody or begun, or is to be done again after an undone merge.",
);
export const IncidentTaskCompleted = event("IncidentTaskCompleted", "A task is done.");
export const IncidentTaskCancelled = event(
  "IncidentTaskCancelled",
  "A task is not to be done; several where their incident ended.",
);

export const taskEvents = [
  IncidentTaskAdded,
  IncidentTaskChanged,
  IncidentTaskCompleted,
  IncidentTaskCancelled,
];
