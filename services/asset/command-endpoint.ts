import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { AssetId, SeenAsset } from "./asset.ts";
import type { Command, Named } from "./decisions/command.ts";
import { namedIn } from "./named-in.ts";
import type { AssetContext } from "./table.ts";

export const assetParams = z.object({ assetId: AssetId });

/** What handing out looks up besides what the request names: the asset's model and its terms. */
const withModel = async (id: string, named: Named, { assets, models }: AssetContext): Promise<Named> => {
  const { modelId } = await assets.get(id);
  return { ...named, model: await models.get(modelId) };
};

/** An endpoint that applies a command to one asset; `If-Match` is optional, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  /** The verb behind the asset's path. */
  readonly verb: string;
  readonly permission: Permission;
  readonly command: Command<B>;
  readonly refusals?: readonly RefusalCode[];
  readonly needsModel?: boolean;
}): Endpoint<AssetContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: `POST /assets/{assetId}/${declared.verb}`,
    permission: declared.permission,
    params: assetParams,
    body: declared.command.body,
    reply: SeenAsset,
    refusals: ["not_found", "version_conflict", "illegal_transition", ...(declared.refusals ?? [])],
    handle: async ({ params: { assetId }, body, actor, ifMatch }, context: AssetContext) => {
      const finding = namedIn(body, context).then((named) =>
        declared.needsModel ? withModel(assetId, named, context) : named,
      );
      const found = await later(finding);
      return context.assets.update(assetId, ifMatch, (asset) =>
        declared.command.decide(asset, body as z.output<B>, { actor, now: context.now(), named: found() }),
      );
    },
  });
