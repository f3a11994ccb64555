import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { RequestContext } from "../context.ts";
import { RequestItemCancelled, RequestItemEnded, RequestItemRejected } from "../events.ts";
import { giftsOf } from "../gifts.ts";
import { orderGiveBack } from "../give-back.ts";
import type { RequestItem } from "../request-item.ts";
import { beginStanding, returned, type Standing } from "../standing.ts";

/** What an item has left with a person is held from now on; what is held already, by an earlier event, stays. */
const keepGifts = async (item: RequestItem, { standings, now }: RequestContext): Promise<Standing[]> => {
  const held: Standing[] = [];
  for (const [at, gift] of giftsOf(item).entries()) {
    const begun = beginStanding(gift, item, now());
    const standing = await standings
      .createAs(gift.id, begun, at === 0 ? "" : gift.id)
      .catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
        return standings.get(gift.id);
      });
    held.push(standing);
  }
  return held;
};

/** As many things are asked back in one request: all of it is one transaction. */
const atOnce = 10;

/** What was got for something that is not wanted any more is given back, in a request of its own. */
const takeBack = async (item: RequestItem, held: readonly Standing[], context: RequestContext) => {
  const present = await context.standings.present(held.map(({ id }) => id));
  const own = held.filter(({ id }) => present.get(id)?.state === "held");
  for (let at = 0; at < own.length; at += atOnce) {
    const [first, ...others] = own.slice(at, at + atOnce);
    if (first === undefined) continue;
    const more = { name: first.id, origin: { kind: "cancellation", id: item.id } };
    await orderGiveBack([first, ...others], serviceActor("request"), context, more);
  }
};

/** What an item has left with a person, and what it took back. */
export const itemEnded = [RequestItemEnded, RequestItemCancelled, RequestItemRejected].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary:
      "Keeps what people hold by what they asked for, until it is given back; of what was cancelled, asks for it.",
    event,
    handle: async ({ data: { item } }, context: RequestContext) => {
      const { items, standings, now } = context;
      if (item.givesBack !== undefined) {
        const isDone = item.state === "complete" || item.state === "skipped";
        await standings.update(item.givesBack, undefined, (standing) => returned(standing, isDone, now()));
        return;
      }
      // Nothing of it was begun, or nothing that anybody holds.
      if (item.startedAt === undefined || (item.state !== "cancelled" && item.standing === undefined)) return;
      const whole = await items.get(item.id);
      const held = await keepGifts(whole, context);
      if (whole.state === "cancelled" && held.length > 0) await takeBack(whole, held, context);
    },
  }),
);
