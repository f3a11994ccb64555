import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { moveStock } from "../decisions/stock.ts";
import { assetChanges } from "../events.ts";
import type { AssetContext } from "../table.ts";

/**
 * Stock counts are sums of what each event moved: each is added once (the inbox), and sums do not mind the
 * order. So people's commands never wait for one another at a counter.
 */
export const assetChanged = assetChanges.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Counts what came into stock and what went out, and tells what is low.",
    event,
    where: { moves: { stockId: [{ prefix: "STR" }] } },
    handle: async ({ data: { moves = [] } }, { stocks }: AssetContext) => {
      for (const { stockId, ...by } of moves)
        await stocks.update(stockId, undefined, (stock) => moveStock(stock, by, { reason: event.type }));
    },
  }),
);
