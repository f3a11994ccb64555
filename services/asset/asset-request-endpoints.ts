import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { named } from "../../shared/kept/named.ts";
import { PersonId } from "./asset.ts";
import { AssetRequest, AssetRequestFields, AssetRequestId, assetRequestLifecycle } from "./asset-request.ts";
import { mayWithdraw } from "./asset-request-table.ts";
import { askFor, Declining, decline, withdraw } from "./decisions/ask-for.ts";
import { Model } from "./model.ts";
import type { AssetContext } from "./table.ts";
import { inState, requestableModels, targets } from "./targets.ts";

const params = z.object({ assetRequestId: AssetRequestId });

/** What people may know of a model before they have one. */
const RequestableModel = Model.pick({
  id: true,
  name: true,
  manufacturer: true,
  modelNumber: true,
  category: true,
}).meta({ id: "RequestableModel" });

const Query = z
  .strictObject({
    personId: PersonId.optional().describe("For this person; one's own unless one works with assets"),
    state: assetRequestLifecycle.State.optional().describe(
      "In this state, oldest first; `open` unless given",
    ),
    ...pageQuery,
  })
  .refine(
    ({ personId, state }) => personId === undefined || state === undefined,
    "Ask by one filter at a time",
  );

/** For others asks who hands out assets. */
const mustBeOwn = (actor: Actor, personId: string | undefined): void => {
  if (personId !== undefined && personId !== actor.id && !may(actor, "asset:handle"))
    throw new Refusal("forbidden", "Ask for yourself");
};

const mayList = (actor: Actor, personId: string | undefined): void => {
  if (personId !== actor.id && !may(actor, "asset:read_all"))
    throw new Refusal("forbidden", "Ask with personId: your own");
};

/** People ask for assets of models that are for them to ask for, and hear what becomes of it. */
export const assetRequestEndpoints = [
  endpoint({
    id: "listRequestableModels",
    summary: "Models that everybody may ask for, by name",
    route: "GET /requestable-models",
    permission: "asset:request",
    query: z.strictObject(pageQuery),
    reply: pageOf(RequestableModel),
    refusals: ["invalid_cursor"],
    handle: async ({ query }, { allModels }: AssetContext) => {
      const page = await allModels.list({ index: "byTarget", partition: requestableModels }, query);
      const items = page.items.map(({ id, name, manufacturer, modelNumber, category }) => {
        return { id, name, manufacturer, modelNumber, category };
      });
      return { ...page, items };
    },
  }),
  endpoint({
    id: "requestAsset",
    summary: "Ask for an asset of a model; asking again before it is answered is refused",
    route: "POST /asset-requests",
    permission: "asset:request",
    body: AssetRequestFields,
    reply: AssetRequest,
    refusals: ["already_exists", "rule_violation", "forbidden"],
    handle: async ({ body, actor }, context: AssetContext) => {
      mustBeOwn(actor, body.personId);
      const model = await later(named(context.allModels, body.modelId, "body.modelId"));
      const by = { requesterId: actor.id, now: context.now() };
      return context.assetRequests.create((id) => askFor(id, body, model(), by));
    },
  }),
  endpoint({
    id: "listAssetRequests",
    summary: "Requests of a person, or in a state",
    route: "GET /asset-requests",
    permission: "asset:request",
    query: Query,
    reply: pageOf(AssetRequest),
    refusals: ["invalid_cursor", "forbidden"],
    handle: ({ query: { personId, state = "open", ...page }, actor }, { assetRequests }: AssetContext) => {
      mayList(actor, personId);
      return assetRequests.list(
        personId === undefined
          ? { index: "byState", partition: inState("request", state) }
          : { index: "byHolder", partition: targets.requestOf(personId), newestFirst: true },
        page,
      );
    },
  }),
  endpoint({
    id: "getAssetRequest",
    summary: "Read a request",
    route: "GET /asset-requests/{assetRequestId}",
    permission: "asset:request",
    params,
    reply: AssetRequest,
    refusals: ["not_found"],
    handle: ({ params: { assetRequestId } }, { assetRequests }: AssetContext) =>
      assetRequests.get(assetRequestId),
  }),
  endpoint({
    id: "withdrawAssetRequest",
    summary: "It is not needed any more",
    route: "POST /asset-requests/{assetRequestId}/withdraw",
    permission: "asset:request",
    params,
    reply: AssetRequest,
    refusals: ["not_found", "illegal_transition", "version_conflict", "forbidden"],
    handle: ({ params: { assetRequestId }, actor, ifMatch }, { assetRequests }: AssetContext) =>
      assetRequests.update(assetRequestId, ifMatch, (request) => {
        if (!mayWithdraw(actor, request)) throw new Refusal("forbidden", "It is another's");
        return withdraw(request);
      }),
  }),
  endpoint({
    id: "declineAssetRequest",
    summary: "They do not get one, and are told why",
    route: "POST /asset-requests/{assetRequestId}/decline",
    permission: "asset:handle",
    params,
    body: Declining,
    reply: AssetRequest,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { assetRequestId }, body, ifMatch }, { assetRequests }: AssetContext) =>
      assetRequests.update(assetRequestId, ifMatch, (request) => decline(request, body)),
  }),
  endpoint({
    id: "listAssetRequestHistory",
    summary: "What became of a request",
    route: "GET /asset-requests/{assetRequestId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { assetRequestId }, query }, { assetRequests }: AssetContext) =>
      assetRequests.history(assetRequestId, query),
  }),
];
