import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { RequestItemCancelled } from "../../request/events.ts";
import { happened } from "../decisions/command.ts";
import { AssetReservationEnded } from "../events.ts";
import type { AssetContext } from "../table.ts";

export const requestItemCancelled = subscription({
  id: "request-item-cancelled",
  summary: "What was reserved for a request that is not wanted any more is for others again.",
  event: RequestItemCancelled,
  handle: async ({ data: { item } }, context: AssetContext) => {
    for (const { id: taskId, kind, recordId } of item.tasks) {
      if (kind !== "reserve_asset" || recordId === undefined) continue;
      await context
        .part(recordId)
        .assets.update(recordId, undefined, (asset) => {
          const reservations = asset.reservations.filter(({ note }) => !note?.startsWith(`${taskId}.`));
          return reservations.length === asset.reservations.length
            ? []
            : [happened(AssetReservationEnded, asset, { reservations })];
        })
        .catch((error: unknown) => {
          if (!(error instanceof Refusal && error.code === "not_found")) throw error;
        });
    }
  },
});
