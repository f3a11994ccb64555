import { useLocations, useStockrooms } from "../assets/places.ts";

type Placed = { readonly stockroomId?: string | undefined; readonly locationId?: string | undefined };

/** What the place that is counted is called. */
export const usePlaceName = (): ((placed: Placed) => string | undefined) => {
  const stockrooms = useStockrooms();
  const locations = useLocations();
  return ({ stockroomId, locationId }) => stockrooms.nameOf(stockroomId) ?? locations.nameOf(locationId);
};
