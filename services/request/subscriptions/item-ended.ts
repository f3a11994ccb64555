import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { RequestContext } from "../context.ts";
import { RequestItemCancelled, RequestItemEnded, RequestItemRejected } from "../events.ts";
import { standingIdOf } from "../ids.ts";
import { beginStanding, piecesOf, returned } from "../standing.ts";

/** What an item has left with a person, and what it took back. */
export const itemEnded = [RequestItemEnded, RequestItemCancelled, RequestItemRejected].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps what people hold by what they asked for, until it is given back.",
    event,
    handle: async ({ data: { item } }, { items, standings, now }: RequestContext) => {
      if (item.givesBack !== undefined) {
        const isDone = item.state === "complete" || item.state === "skipped";
        await standings.update(item.givesBack, undefined, (standing) => returned(standing, isDone, now()));
      } else if (item.standing !== undefined && item.state === "complete") {
        const whole = await items.get(item.id);
        for (const [at, piece] of piecesOf(whole).entries()) {
          const id = standingIdOf(item.id, at);
          await standings.createAs(id, beginStanding(id, whole, now(), piece), at === 0 ? "" : id);
        }
      }
    },
  }),
);
