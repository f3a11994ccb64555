import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import type { RequestContext } from "./context.ts";
import { beginDraft, discardDraft, saveDraft } from "./decisions/draft.ts";
import { Draft, DraftFields, draftLifecycle, ListedDraft } from "./draft.ts";
import { DraftId } from "./ids.ts";
import { placeOrder, withDraft } from "./place-order.ts";
import { SeenRequest } from "./request.ts";

const params = z.object({ requestDraftId: DraftId });

/** Carts and half-filled forms, saved as one types; each is its owner's alone. */
export const draftEndpoints = [
  endpoint({
    id: "beginRequestDraft",
    summary: "Keep what one is about to order; forms may be half filled in",
    route: "POST /request-drafts",
    permission: "request:order",
    body: DraftFields,
    reply: Draft,
    status: 201,
    refusals: [],
    handle: ({ body, actor }, { drafts }: RequestContext) =>
      drafts.create((id) => beginDraft(id, body, actor.id)),
  }),
  endpoint({
    id: "listRequestDrafts",
    summary: "One's own drafts in a state, newest first",
    route: "GET /request-drafts",
    permission: "request:order",
    query: z.strictObject({ state: draftLifecycle.State.default("open"), ...pageQuery }),
    reply: pageOf(ListedDraft),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page }, actor }, { drafts }: RequestContext) =>
      drafts.list({ index: "byOwner", partition: `${actor.id}#draft#${state}`, newestFirst: true }, page),
  }),
  endpoint({
    id: "getRequestDraft",
    summary: "Read a draft of one's own",
    route: "GET /request-drafts/{requestDraftId}",
    permission: "request:order",
    params,
    reply: Draft,
    refusals: ["not_found"],
    handle: ({ params: { requestDraftId } }, { drafts }: RequestContext) => drafts.get(requestDraftId),
  }),
  endpoint({
    id: "saveRequestDraft",
    summary: "Keep a draft as it is now; what it said before is in its history",
    route: "PUT /request-drafts/{requestDraftId}",
    permission: "request:order",
    params,
    body: DraftFields,
    reply: Draft,
    needsVersion: true,
    refusals: ["not_found", "illegal_transition"],
    handle: ({ params: { requestDraftId }, body, ifMatch }, { drafts }: RequestContext) =>
      drafts.update(requestDraftId, ifMatch, (draft) => saveDraft(draft, body)),
  }),
  endpoint({
    id: "listRequestDraftHistory",
    summary: "Every version of a draft of one's own",
    route: "GET /request-drafts/{requestDraftId}/history",
    permission: "request:order",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { requestDraftId }, query }, { drafts }: RequestContext) =>
      drafts.history(requestDraftId, query),
  }),
  endpoint({
    id: "orderRequestDraft",
    summary: "Order what a draft says, as it is kept; the draft is over with it",
    route: "POST /request-drafts/{requestDraftId}/order",
    permission: "request:order",
    params,
    body: z.strictObject({}),
    reply: SeenRequest,
    status: 201,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation", "too_large"],
    handle: async ({ params: { requestDraftId }, actor, ifMatch }, context: RequestContext) => {
      const draft = await context.drafts.get(requestDraftId);
      if (draft.ownerId !== actor.id) throw new Refusal("not_found");
      const { lines, note, requestedFor } = draft;
      // Who says which version they saw orders that one and no other; a call that comes again gets its first answer.
      const seen = ifMatch === undefined ? draft : { ...draft, version: ifMatch };
      const also = withDraft(seen, actor, context);
      return placeOrder({ lines, note, requestedFor }, actor, context, { draftId: requestDraftId, also });
    },
  }),
  endpoint({
    id: "discardRequestDraft",
    summary: "Throw a draft away; its history stays",
    route: "POST /request-drafts/{requestDraftId}/discard",
    permission: "request:order",
    params,
    body: z.strictObject({}),
    reply: Draft,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { requestDraftId }, ifMatch }, { drafts }: RequestContext) =>
      drafts.update(requestDraftId, ifMatch, discardDraft),
  }),
];
