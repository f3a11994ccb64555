import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import type { RequestContext } from "../context.ts";
import { signal } from "../decisions/signal.ts";
import { target } from "../edges.ts";
import { RequestSignalled } from "../events-signals.ts";
import { updateItem } from "../update-order.ts";

export const signalled = subscription({
  id: "signalled",
  summary: "Ends the steps that wait for what was told, or remembers it until their turn comes.",
  event: RequestSignalled,
  handle: async ({ data: { signal: told } }, context: RequestContext) => {
    const { items, now } = context;
    const partitions = [...new Set([target.signal(told.name), target.signal(told.name, told.about)])];
    for (const partition of partitions)
      await forEachId(items.ids({ index: "byTarget", partition }), (id) =>
        updateItem(id, undefined, context.part(`${partition}#${id}`), (item) => signal(item, told, now())),
      );
  },
});
