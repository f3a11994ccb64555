import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { movePosition } from "../decisions/position.ts";
import { EntitlementChanged, type PositionMove, SeatChanged } from "../events-software.ts";
import { positionIdOf } from "../software.ts";
import type { AssetContext } from "../table.ts";

const count = async (modelId: string, move: PositionMove, { positions, models }: AssetContext) => {
  const { underUsedBelow } = await models.get(modelId);
  await positions.update(positionIdOf(modelId), undefined, (position) =>
    movePosition(position, move, underUsedBelow),
  );
};

/** As with stock: each entry is added once, and sums do not mind the order. */
const counting = <T extends { readonly move: PositionMove }>(
  id: string,
  event: EventType<T>,
  modelOf: (data: T) => string,
) =>
  subscription({
    id,
    summary: "Keeps what was bought, allocated and is used of a software model, and tells where that stands.",
    event,
    handle: ({ data }, context: AssetContext) => count(modelOf(data), data.move, context),
  });

export const positionMoved = [
  counting("entitlement-changed", EntitlementChanged, ({ entitlement }) => entitlement.modelId),
  counting("seat-changed", SeatChanged, ({ seat }) => seat.modelId),
];
