import * as z from "zod";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { SeenCi } from "./api.ts";
import { type Ci, type CiAction, CiId } from "./ci.ts";
import type { ConfigurationContext } from "./table.ts";

export const ciParams = z.object({ ciId: CiId });

/** An endpoint that takes a CI one step along its lifecycle; `If-Match` is optional, the state is the guard. */
export const moveEndpoint = <M = undefined>(declared: {
  readonly action: CiAction;
  readonly summary: string;
  readonly refusals?: readonly RefusalCode[];
  /** What else the decision is made with. */
  readonly more?: (ciId: string, context: ConfigurationContext) => Promise<M>;
  readonly decide: (ci: Ci, more: M, now: string) => Decision<Ci>;
}): Endpoint<ConfigurationContext> =>
  endpoint({
    id: `${declared.action}Ci`,
    summary: declared.summary,
    route: `POST /cis/{ciId}/${declared.action}`,
    permission: "configuration:write",
    params: ciParams,
    body: z.strictObject({}),
    reply: SeenCi,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: async ({ params, ifMatch }, context: ConfigurationContext) => {
      const more = (await declared.more?.(params.ciId, context)) as M;
      return context.cis.update(params.ciId, ifMatch, (ci) => declared.decide(ci, more, context.now()));
    },
  });
