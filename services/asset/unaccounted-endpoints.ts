import * as z from "zod";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { Dismissal, dismissFinding } from "./decisions/unaccounted.ts";
import type { AssetContext } from "./table.ts";
import { inState } from "./targets.ts";
import { Unaccounted, UnaccountedId, unaccountedLifecycle } from "./unaccounted.ts";

const params = z.object({ findingId: UnaccountedId });

/** Configuration items that no asset accounts for. */
export const unaccountedEndpoints = [
  endpoint({
    id: "listUnaccountedCis",
    summary: "Configuration items of a class that assets are kept of, without an asset",
    route: "GET /unaccounted-cis",
    permission: "asset:read_all",
    query: z.strictObject({ state: unaccountedLifecycle.State.default("open"), ...pageQuery }),
    reply: pageOf(Unaccounted),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page } }, { unaccounted }: AssetContext) =>
      unaccounted.list({ index: "byState", partition: inState("unaccounted", state) }, page),
  }),
  endpoint({
    id: "getUnaccountedCi",
    summary: "Read a finding",
    route: "GET /unaccounted-cis/{findingId}",
    permission: "asset:read_all",
    params,
    reply: Unaccounted,
    refusals: ["not_found"],
    handle: ({ params: { findingId } }, { unaccounted }: AssetContext) => unaccounted.get(findingId),
  }),
  endpoint({
    id: "dismissUnaccountedCi",
    summary: "It needs no asset, and why; it is settled by itself when it has one or is retired",
    route: "POST /unaccounted-cis/{findingId}/dismiss",
    permission: "asset:manage",
    params,
    body: Dismissal,
    reply: Unaccounted,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { findingId }, body, ifMatch }, { unaccounted }: AssetContext) =>
      unaccounted.update(findingId, ifMatch, (finding) => dismissFinding(finding, body)),
  }),
  endpoint({
    id: "listUnaccountedCiHistory",
    summary: "When it was found, and what became of it",
    route: "GET /unaccounted-cis/{findingId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { findingId }, query }, { unaccounted }: AssetContext) =>
      unaccounted.history(findingId, query),
  }),
];
