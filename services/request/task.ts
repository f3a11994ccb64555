import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { PersonId, RequestTaskId, TeamId } from "./ids.ts";

/** A step of an item's fulfilment. It waits for those before it; what is over stays over. */
export const requestTaskLifecycle = defineLifecycle(
  ["waiting", "open", "in_progress", "complete", "incomplete", "skipped"],
  {
    open: { from: ["waiting"], to: "open" },
    start: { from: ["open"], to: "in_progress" },
    complete: { from: ["open", "in_progress"], to: "complete" },
    fail: { from: ["open", "in_progress"], to: "incomplete" },
    skip: { from: ["waiting", "open", "in_progress"], to: "skipped" },
  },
);

export const TaskText = z.string().trim().min(1).max(2000);

export const RequestTask = z
  .object({
    id: RequestTaskId,
    title: z.string(),
    description: z.string().optional(),
    kind: z.string().describe("`manual`, or what does it by itself"),
    state: requestTaskLifecycle.State,
    teamId: TeamId.optional(),
    assigneeId: PersonId.optional(),
    after: z.array(z.string()).describe("Tasks that are over before it begins"),
    hours: z.number().optional(),
    openedAt: z.iso.datetime().optional(),
    startedAt: z.iso.datetime().optional(),
    dueAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    endedBy: z.string().optional(),
    outcome: z.string().optional(),
  })
  .meta({ id: "RequestTask" });
export type RequestTask = z.infer<typeof RequestTask>;

export const isOpenTask = ({ state }: Pick<RequestTask, "state">): boolean =>
  state === "open" || state === "in_progress";
export const isOverTask = ({ state }: Pick<RequestTask, "state">): boolean =>
  state === "complete" || state === "incomplete" || state === "skipped";
