import * as z from "zod";
import { may } from "../../shared/access/actor.ts";
import type { Verdict } from "../../shared/approvals/approval.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import type { RequestContext } from "./context.ts";
import { decide, isAsked, mustHaveSeen } from "./decisions/approve.ts";
import { CancelFields, cancelAll } from "./decisions/cancel.ts";
import { requestHappened } from "./decisions/command.ts";
import { comment, note, Said } from "./decisions/talk.ts";
import { DraftFields, Line } from "./draft.ts";
import { convertRequest } from "./endpoints/convert-request.ts";
import { listRequests } from "./endpoints/list-requests.ts";
import { RequestCancelled } from "./events.ts";
import { RequestId, RequestItemId } from "./ids.ts";
import { placeOrder } from "./place-order.ts";
import { requestLifecycle, SeenRequest } from "./request.ts";
import { TaskText } from "./task.ts";
import { updateRequest } from "./update-order.ts";

const params = z.object({ requestId: RequestId });

const OrderFields = DraftFields.safeExtend({ lines: z.array(Line).min(1).max(12) });

const deciding = (declared: { readonly id: string; readonly summary: string; readonly verdict: Verdict }) =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: `POST /requests/{requestId}/${declared.verdict}`,
    permission: "request:decide",
    params,
    body: z.strictObject({
      comment: TaskText.optional(),
      itemIds: z.array(RequestItemId).min(1).max(20).optional().describe("Only these; all unless given"),
    }),
    reply: SeenRequest,
    refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
    handle: async ({ params: { requestId }, body, actor, ifMatch }, context: RequestContext) => {
      const { verdict } = declared;
      const voting = { personId: actor.id, roles: actor.roles, channel: "api" as const, now: context.now() };
      const { itemIds } = body;
      return updateRequest(requestId, ifMatch, context, ({ items }) => {
        const meant = items.filter(
          (item) =>
            isAsked(item, actor.id, actor.roles) && (itemIds === undefined || itemIds.includes(item.id)),
        );
        if (meant.length === 0)
          throw new Refusal("illegal_transition", "Nothing of it waits for your decision");
        for (const item of meant) mustHaveSeen(item, undefined, ifMatch);
        return {
          items: items.map((item) =>
            meant.includes(item) ? decide(item, { ...voting, verdict, comment: body.comment }) : [],
          ),
        };
      });
    },
  });

/** Requests as a whole: placed, read, talked about, decided on and cancelled. */
export const requestEndpoints = [
  endpoint({
    id: "placeRequest",
    summary: "Order from the catalog, for oneself or for somebody else",
    route: "POST /requests",
    permission: "request:order",
    body: OrderFields,
    reply: SeenRequest,
    status: 201,
    refusals: ["rule_violation", "too_large"],
    handle: ({ body, actor }, context: RequestContext) => placeOrder(body, actor, context),
  }),
  listRequests,
  convertRequest,
  endpoint({
    id: "getRequest",
    summary: "Read a request; its ETag is its version",
    route: "GET /requests/{requestId}",
    permission: "request:read",
    params,
    reply: SeenRequest,
    refusals: ["not_found"],
    handle: ({ params: { requestId } }, { requests }: RequestContext) => requests.get(requestId),
  }),
  endpoint({
    id: "listRequestHistory",
    summary: "Everything that happened to a request, comments included",
    route: "GET /requests/{requestId}/history",
    permission: "request:read",
    params,
    query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { requestId }, query }, { requests }: RequestContext) =>
      requests.history(requestId, { ...query, newestFirst: query.order === "newest" }),
  }),
  endpoint({
    id: "commentOnRequest",
    summary: "Say something that everybody who has to do with it reads",
    route: "POST /requests/{requestId}/comments",
    permission: "request:comment",
    params,
    body: Said,
    reply: SeenRequest,
    refusals: ["not_found", "version_conflict"],
    handle: ({ params: { requestId }, body, ifMatch }, { requests }: RequestContext) =>
      requests.update(requestId, ifMatch, (request) => comment(request, body)),
  }),
  endpoint({
    id: "noteOnRequest",
    summary: "Leave a note for those who fulfil it",
    route: "POST /requests/{requestId}/notes",
    permission: "request:work",
    params,
    body: Said,
    reply: SeenRequest,
    refusals: ["not_found", "version_conflict"],
    handle: ({ params: { requestId }, body, ifMatch }, { requests }: RequestContext) =>
      requests.update(requestId, ifMatch, (request) => note(request, body)),
  }),
  endpoint({
    id: "cancelRequest",
    summary: "Not wanted any more: all of its items that are open are cancelled",
    route: "POST /requests/{requestId}/cancel",
    permission: "request:order",
    params,
    body: CancelFields,
    reply: SeenRequest,
    refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
    handle: async ({ params: { requestId }, body, actor, ifMatch }, context: RequestContext) => {
      const on = { actor, now: context.now(), settings: await context.settings() };
      return updateRequest(requestId, ifMatch, context, ({ request, items }) => {
        requestLifecycle.next(request.state, "cancel");
        const isTheirs = [request.requesterId, request.requestedFor].includes(actor.id);
        if (!isTheirs && !may(actor, "request:work"))
          throw new Refusal("rule_violation", "Only who asked, for whom it is, or who fulfils it cancels it");
        return {
          items: cancelAll(items, body.reason, on),
          request: [requestHappened(RequestCancelled, request, { cancellation: body.reason }, {})],
        };
      });
    },
  }),
  deciding({
    id: "approveRequest",
    summary: "Approve all of its items that wait for the caller, or some of them",
    verdict: "approve",
  }),
  deciding({
    id: "rejectRequest",
    summary: "Reject all of its items that wait for the caller, or some of them",
    verdict: "reject",
  }),
];
