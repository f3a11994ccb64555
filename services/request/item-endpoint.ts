import * as z from "zod";
import { type Actor, may, type Permission } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import type { RequestContext } from "./context.ts";
import type { Command } from "./decisions/command.ts";
import { RequestItemId } from "./ids.ts";
import { type RequestItem, SeenRequestItem } from "./request-item.ts";
import { updateItems } from "./update-order.ts";

export const itemParams = z.object({ requestItemId: RequestItemId });

/** Who fulfils it: one of its teams, or who was given one of its tasks, or before whom one was put. */
const mustFulfil = (actor: Actor, { teamId, tasks }: RequestItem): void => {
  const teams = [teamId, ...tasks.flatMap((task) => [task.teamId, task.escalated?.teamId])];
  const isTheirs =
    may(actor, "request:read_all") ||
    tasks.some(({ assigneeId, escalated }) => [assigneeId, escalated?.personId].includes(actor.id)) ||
    actor.teams.some((team) => teams.includes(team));
  if (!isTheirs) throw new Refusal("rule_violation", "Only for those who fulfil it");
};

/** An endpoint that applies a command to one item; what follows for its request is written with it. */
export const itemEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  /** The path behind the item's own. */
  readonly path: string;
  readonly permission: Permission;
  readonly command: Command<B>;
}): Endpoint<RequestContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: `POST /request-items/{requestItemId}/${declared.path}`,
    permission: declared.permission,
    params: itemParams,
    body: declared.command.body,
    reply: SeenRequestItem,
    refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
    handle: async ({ params, body, actor, ifMatch }, context: RequestContext) => {
      const on = { actor, now: context.now(), settings: await context.settings(), ifMatch };
      return updateItems(params.requestItemId, ifMatch, context, ({ items }) => ({
        items: items.map((item) => {
          if (item.id !== params.requestItemId) return [];
          if (declared.permission === "request:work") mustFulfil(actor, item);
          return declared.command.decide(item, body as z.output<B>, { ...on, among: items });
        }),
      }));
    },
  });
