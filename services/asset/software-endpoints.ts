import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { unknownId } from "../../shared/kept/named.ts";
import { changeEntitlement, endEntitlement, entitle } from "./decisions/entitlement.ts";
import { ModelId } from "./model.ts";
import { namedIn } from "./named-in.ts";
import {
  Compliance,
  Entitlement,
  EntitlementFields,
  EntitlementId,
  entitlementLifecycle,
  Position,
  PositionId,
} from "./software.ts";
import type { AssetContext } from "./table.ts";
import { entitlementEnding, inState, ofModel } from "./targets.ts";

const params = z.object({ entitlementId: EntitlementId });
const positionParams = z.object({ positionId: PositionId });

/** What it names must be there, and be software. */
const mustExist = async (fields: EntitlementFields, context: AssetContext): Promise<void> => {
  const { model } = await namedIn(fields, context);
  if (model?.kind !== "software")
    throw new Refusal("rule_violation", undefined, [
      { path: "body.modelId", message: `${model?.id} is ${model?.kind}` },
    ]);
  if (fields.contractId === undefined) return;
  await context.contracts.get(fields.contractId).catch((error: unknown) => {
    throw error instanceof Refusal ? unknownId(String(fields.contractId), "body.contractId") : error;
  });
};

const Query = z
  .strictObject({
    state: entitlementLifecycle.State.default("active"),
    modelId: ModelId.optional().describe("Instead: all for this model"),
    ending: z
      .literal("true")
      .optional()
      .describe("Instead: of which it was told that they end, soonest first"),
    ...pageQuery,
  })
  .refine(
    ({ modelId, ending }) => modelId === undefined || ending === undefined,
    "Ask by one filter at a time",
  )
  .describe("By state or by model, or what ends soon");

const asked = ({ state, modelId, ending }: z.output<typeof Query>) => {
  if (ending !== undefined) return { index: "byTarget", partition: entitlementEnding, edges: true };
  return modelId === undefined
    ? { index: "byState", partition: inState("entitlement", state), newestFirst: true }
    : { index: "byModel", partition: ofModel("entitlement", modelId) };
};

/** Rights that were bought, and how what is used stands to them. */
export const softwareEndpoints = [
  endpoint({
    id: "createEntitlement",
    summary: "Keep rights to use software, as they were bought",
    route: "POST /entitlements",
    permission: "asset:manage",
    body: EntitlementFields,
    reply: Entitlement,
    status: 201,
    refusals: ["rule_violation"],
    handle: async ({ body }, context: AssetContext) => {
      const checked = await later(mustExist(body, context));
      return context.entitlements.create((id) => {
        checked();
        return entitle(id, body);
      });
    },
  }),
  endpoint({
    id: "listEntitlements",
    summary: "List entitlements by state, newest first, by model, or those that end soon",
    route: "GET /entitlements",
    permission: "asset:read_costs",
    query: Query,
    reply: pageOf(Entitlement),
    refusals: ["invalid_cursor"],
    handle: ({ query }, { entitlements }: AssetContext) => {
      const { state: _state, modelId: _modelId, ending: _ending, ...page } = query;
      return entitlements.list(asked(query), page);
    },
  }),
  endpoint({
    id: "getEntitlement",
    summary: "Read an entitlement; its ETag is its version",
    route: "GET /entitlements/{entitlementId}",
    permission: "asset:read_costs",
    params,
    reply: Entitlement,
    refusals: ["not_found"],
    handle: ({ params: { entitlementId } }, { entitlements }: AssetContext) =>
      entitlements.get(entitlementId),
  }),
  endpoint({
    id: "changeEntitlement",
    summary: "Say anew how many rights there are and until when; what is not given is gone",
    route: "PUT /entitlements/{entitlementId}",
    permission: "asset:manage",
    params,
    body: EntitlementFields,
    reply: Entitlement,
    needsVersion: true,
    refusals: ["not_found", "illegal_transition", "rule_violation"],
    handle: async ({ params: { entitlementId }, body, ifMatch }, context: AssetContext) => {
      const checked = await later(mustExist(body, context));
      return context.entitlements.update(entitlementId, ifMatch, (entitlement) => {
        checked();
        return changeEntitlement(entitlement, body);
      });
    },
  }),
  endpoint({
    id: "endEntitlement",
    summary: "The rights are no more",
    route: "POST /entitlements/{entitlementId}/end",
    permission: "asset:manage",
    params,
    body: z.strictObject({}),
    reply: Entitlement,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { entitlementId }, ifMatch }, { entitlements }: AssetContext) =>
      entitlements.update(entitlementId, ifMatch, endEntitlement),
  }),
  endpoint({
    id: "listEntitlementHistory",
    summary: "What became of an entitlement",
    route: "GET /entitlements/{entitlementId}/history",
    permission: "asset:read_costs",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { entitlementId }, query }, { entitlements }: AssetContext) =>
      entitlements.history(entitlementId, query),
  }),
  endpoint({
    id: "listLicencePositions",
    summary: "Software models by how what is used stands to what was bought",
    route: "GET /licence-positions",
    permission: "asset:read_all",
    query: z.strictObject({ state: Compliance.optional().describe("All unless given"), ...pageQuery }),
    reply: pageOf(Position),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page } }, { positions }: AssetContext) =>
      positions.list(
        state === undefined
          ? { index: "newest", partition: "positions" }
          : { index: "byState", partition: inState("position", state) },
        page,
      ),
  }),
  endpoint({
    id: "getLicencePosition",
    summary: "How what is used of a software model stands to what was bought",
    route: "GET /licence-positions/{positionId}",
    permission: "asset:read_all",
    params: positionParams,
    reply: Position,
    refusals: ["not_found"],
    handle: ({ params: { positionId } }, { positions }: AssetContext) => positions.get(positionId),
  }),
];
