import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { PersonId, RequestTaskId, TeamId } from "./ids.ts";

/** A step of an item's fulfilment. It waits for those before it; what could not be done may be taken up again. */
export const requestTaskLifecycle = defineLifecycle(
  ["waiting", "open", "in_progress", "complete", "incomplete", "skipped"],
  {
    open: { from: ["waiting"], to: "open" },
    start: { from: ["open"], to: "in_progress" },
    complete: { from: ["open", "in_progress"], to: "complete" },
    fail: { from: ["open", "in_progress"], to: "incomplete" },
    skip: { from: ["waiting", "open", "in_progress"], to: "skipped" },
    hand_back: { from: ["in_progress"], to: "open" },
    take_up: { from: ["incomplete"], to: "open" },
    wait: { from: ["skipped"], to: "waiting" },
  },
);

export const TaskText = z.string().trim().min(1).max(2000);

/** What a task does by itself, and with what: fixed when the item was ordered. */
const Does = z.object({
  modelId: z.string().optional(),
  stockroomId: z.string().optional(),
  assetId: z.string().optional(),
  templateId: z.string().optional(),
  name: z.string().optional(),
  about: z.string().optional(),
  until: z.iso.datetime().optional(),
  url: z.string().optional(),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
});
export type Does = z.infer<typeof Does>;

export const RequestTask = z
  .object({
    id: RequestTaskId,
    title: z.string(),
    description: z.string().optional(),
    kind: z.string().describe("`manual`, or what does it by itself"),
    piece: z.number().int().optional().describe("Which of several pieces it is about, counted from 1"),
    state: requestTaskLifecycle.State,
    teamId: TeamId.optional(),
    assigneeId: PersonId.optional(),
    after: z.array(z.string()).describe("Tasks that are over before it begins"),
    hours: z.number().optional(),
    escalateTo: TeamId.optional().describe("Before whom it is put when it fails or takes too long"),
    escalated: z
      .object({
        at: z.iso.datetime(),
        personId: PersonId.optional(),
        teamId: TeamId.optional(),
        why: z.string(),
      })
      .optional()
      .describe("Before whom it was put, because it failed or takes too long"),
    openedAt: z.iso.datetime().optional(),
    startedAt: z.iso.datetime().optional(),
    dueAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    endedBy: z.string().optional(),
    outcome: z.string().optional(),
    does: Does.optional(),
    attempt: z.number().int().optional().describe("How often it was tried by itself"),
    asked: z.number().int().optional().describe("The attempt that was asked for"),
    tryAt: z.iso.datetime().optional().describe("When it is tried again"),
    failure: z.string().optional().describe("Why it is a task for people"),
    recordId: z.string().optional().describe("The asset, change or other record that it is about"),
    told: z
      .object({ at: z.iso.datetime(), text: z.string().optional() })
      .optional()
      .describe("What it is to wait for was told before its turn came"),
    doneInVain: z
      .boolean()
      .optional()
      .describe("It was done after all, when its item was cancelled already: it is undone"),
    stuckSince: z.iso.datetime().optional().describe("It takes longer than it should"),
  })
  .meta({ id: "RequestTask" });
export type RequestTask = z.infer<typeof RequestTask>;

export const isOpenTask = ({ state }: Pick<RequestTask, "state">): boolean =>
  state === "open" || state === "in_progress";
/** It does itself now, or waits for who does it. */
export const isRunning = ({ state, does }: Pick<RequestTask, "state" | "does">): boolean =>
  does !== undefined && state === "in_progress";
export const isOverTask = ({ state }: Pick<RequestTask, "state">): boolean =>
  state === "complete" || state === "incomplete" || state === "skipped";
