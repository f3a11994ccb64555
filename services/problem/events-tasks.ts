import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ProblemSnapshot } from "./events-snapshot.ts";

const Task = z.object({
  id: z.string().describe("Number within the problem"),
  state: z.enum(["open", "in_progress", "completed", "cancelled"]),
  title: z.string(),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  dependsOn: z.array(z.string()).optional(),
});

const event = (type: string, summary: string) =>
  defineEvent({
    source: "itsm.problem",
    type,
    version: 1,
    summary,
    data: z.object({
      problem: ProblemSnapshot,
      tasks: z.array(Task).describe("The tasks it is about, as they are after it"),
    }),
  });

export const ProblemTaskAdded = event("ProblemTaskAdded", "A task was added to a problem.");
export const ProblemTaskChanged = event(
  "ProblemTaskChanged",
  "A task was corrected, given to somebody or begun.",
);
export const ProblemTaskCompleted = event("ProblemTaskCompleted", "A task is done.");
export const ProblemTaskCancelled = event(
  "ProblemTaskCancelled",
  "A task is not to be done; several where their problem ended.",
);

export const taskEvents = [ProblemTaskAdded, ProblemTaskChanged, ProblemTaskCompleted, ProblemTaskCancelled];
