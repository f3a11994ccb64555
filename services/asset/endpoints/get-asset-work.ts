import { may } from "../../../shared/access/actor.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { AssetWork, mostCounted, workLists } from "../asset-work.ts";
import type { AssetContext } from "../table.ts";

export const getAssetWork = endpoint({
  id: "getAssetWork",
  summary: "What waits for those who answer for assets: how much of each, and where it is listed",
  route: "GET /asset-work",
  permission: "asset:read_all",
  reply: AssetWork,
  refusals: [],
  handle: async ({ actor }, context: AssetContext) => {
    const seesCosts = may(actor, "asset:read_costs");
    const lists = workLists(context.now().slice(0, 10)).filter(({ costs }) => seesCosts || !costs);
    const counted = lists.map(async ({ kind, records, ask, path }) => {
      const found = await records(context).count(ask, mostCounted + 1);
      return { kind, count: Math.min(found, mostCounted), isMore: found > mostCounted, path };
    });
    return { lists: await Promise.all(counted) };
  },
});
