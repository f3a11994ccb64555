import * as z from "zod";
import { may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import type { RequestContext } from "./context.ts";
import { orderGiveBack } from "./give-back.ts";
import { PersonId, StandingId } from "./ids.ts";
import { SeenRequest } from "./request.ts";
import { Standing, standingLifecycle } from "./standing.ts";

const params = z.object({ standingEntitlementId: StandingId });

/** What people have received and still hold. */
export const standingEndpoints = [
  endpoint({
    id: "listStandingEntitlements",
    summary: "What a person holds by their requests, or has held",
    route: "GET /standing-entitlements",
    permission: "request:read",
    query: z.strictObject({
      personId: PersonId.optional().describe("The caller unless given"),
      state: standingLifecycle.State.default("held"),
      ...pageQuery,
    }),
    reply: pageOf(Standing),
    refusals: ["invalid_cursor"],
    handle: ({ query: { personId, state, ...page }, actor }, { standings }: RequestContext) => {
      const person = personId ?? actor.id;
      if (person !== actor.id && !may(actor, "request:read_all"))
        throw new Refusal("forbidden", "Ask with personId: your own");
      return standings.list({ index: "byOwner", partition: `${person}#standing#${state}` }, page);
    },
  }),
  endpoint({
    id: "getStandingEntitlement",
    summary: "Read what somebody holds",
    route: "GET /standing-entitlements/{standingEntitlementId}",
    permission: "request:read",
    params,
    reply: Standing,
    refusals: ["not_found"],
    handle: ({ params: { standingEntitlementId: id } }, { standings }: RequestContext) => standings.get(id),
  }),
  endpoint({
    id: "listStandingEntitlementHistory",
    summary: "What happened to something that somebody holds",
    route: "GET /standing-entitlements/{standingEntitlementId}/history",
    permission: "request:read",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { standingEntitlementId: id }, query }, { standings }: RequestContext) =>
      standings.history(id, query),
  }),
  endpoint({
    id: "giveBackStandingEntitlement",
    summary: "Give back what one holds: a request that takes it back, step by step",
    route: "POST /standing-entitlements/{standingEntitlementId}/give-back",
    permission: "request:order",
    params,
    body: z.strictObject({}),
    reply: SeenRequest,
    status: 201,
    refusals: ["not_found", "illegal_transition", "too_large"],
    handle: async ({ params: { standingEntitlementId: id }, actor }, context: RequestContext) =>
      orderGiveBack([await context.standings.get(id)], actor, context),
  }),
];
