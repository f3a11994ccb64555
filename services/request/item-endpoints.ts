import * as z from "zod";
import { may } from "../../shared/access/actor.ts";
import type { Verdict } from "../../shared/approvals/approval.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import type { RequestContext } from "./context.ts";
import { decide, mustHaveSeen } from "./decisions/approve.ts";
import { cancelItem } from "./decisions/cancel.ts";
import { type Circumstances, command } from "./decisions/command.ts";
import {
  addTask,
  assignTask,
  completeTask,
  failTask,
  retryTask,
  skipTask,
  startTask,
} from "./decisions/tasks.ts";
import { getRequestItemServiceLevels } from "./endpoints/get-request-item-service-levels.ts";
import { getRequestTask } from "./endpoints/get-request-task.ts";
import { listRequestItems } from "./endpoints/list-request-items.ts";
import { reviseRequestItem } from "./endpoints/revise-request-item.ts";
import { itemEndpoint, itemParams } from "./item-endpoint.ts";
import { type RequestItem, SeenRequestItem } from "./request-item.ts";
import { TaskText } from "./task.ts";

const deciding = (verdict: Verdict) =>
  command({
    body: z.strictObject({
      comment: TaskText.optional(),
      step: z
        .number()
        .int()
        .min(1)
        .max(20)
        .optional()
        .describe("The step that is meant; the open one unless given"),
      round: z
        .number()
        .int()
        .min(1)
        .max(10_000)
        .optional()
        .describe("The round that was seen; needed, or If-Match, once it was changed"),
    }),
    decide: (item, { round, ...body }, { actor, now, ifMatch }) => {
      mustHaveSeen(item, round, ifMatch);
      return decide(item, { ...body, personId: actor.id, roles: actor.roles, verdict, channel: "api", now });
    },
  });

const mustBeTheirs = ({ requesterId, requestedFor }: RequestItem, { actor }: Circumstances): void => {
  if (![requesterId, requestedFor].includes(actor.id) && !may(actor, "request:work"))
    throw new Refusal("rule_violation", "Only who asked, for whom it is, or who fulfils it cancels it");
};

const task = (id: string, verb: string, summary: string, of: Parameters<typeof itemEndpoint>[0]["command"]) =>
  itemEndpoint({ id, path: `tasks/${verb}`, summary, permission: "request:work", command: of });

/** The items of requests: decided on, fulfilled task by task, and cancelled one by one. */
export const itemEndpoints = [
  listRequestItems,
  endpoint({
    id: "getRequestItem",
    summary: "Read an item of a request with its tasks; its ETag is its version",
    route: "GET /request-items/{requestItemId}",
    permission: "request:read",
    params: itemParams,
    reply: SeenRequestItem,
    refusals: ["not_found"],
    handle: ({ params: { requestItemId } }, { items }: RequestContext) => items.get(requestItemId),
  }),
  endpoint({
    id: "listRequestItemHistory",
    summary: "Everything that happened to an item, decisions included",
    route: "GET /request-items/{requestItemId}/history",
    permission: "request:read",
    params: itemParams,
    query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { requestItemId }, query }, { items }: RequestContext) =>
      items.history(requestItemId, { ...query, newestFirst: query.order === "newest" }),
  }),
  getRequestTask,
  getRequestItemServiceLevels,
  reviseRequestItem,
  itemEndpoint({
    id: "approveRequestItem",
    summary: "Approve an item as somebody who was asked",
    path: "approve",
    permission: "request:decide",
    command: deciding("approve"),
  }),
  itemEndpoint({
    id: "rejectRequestItem",
    summary: "Reject an item as somebody who was asked",
    path: "reject",
    permission: "request:decide",
    command: deciding("reject"),
  }),
  itemEndpoint({
    id: "abstainFromRequestItem",
    summary: "Leave the decision to the others who were asked",
    path: "abstain",
    permission: "request:decide",
    command: deciding("abstain"),
  }),
  itemEndpoint({
    id: "cancelRequestItem",
    summary: "Not wanted any more",
    path: "cancel",
    permission: "request:order",
    command: command({
      body: cancelItem.body,
      decide: (item, body, on) => {
        mustBeTheirs(item, on);
        return cancelItem.decide(item, body as never, on);
      },
    }),
  }),
  itemEndpoint({
    id: "addRequestTask",
    summary: "Add a piece of work to an item that is being fulfilled",
    path: "tasks",
    permission: "request:work",
    command: addTask,
  }),
  task("startRequestTask", "start", "Begin a task", startTask),
  task("completeRequestTask", "complete", "A task is done", completeTask),
  task(
    "failRequestTask",
    "fail",
    "A task cannot be done: what does itself is for people then, what people gave up is over",
    failTask,
  ),
  task("skipRequestTask", "skip", "A task need not be done", skipTask),
  task(
    "retryRequestTask",
    "retry",
    "Take up again what could not be done: by people, or by itself",
    retryTask,
  ),
  task("assignRequestTask", "assign", "Give a task to a team or a person", assignTask),
];
