import { subscription } from "../../../shared/events/subscription.ts";
import { takeUp } from "../decisions/seat.ts";
import { InstallationChanged } from "../events-software.ts";
import type { AssetContext } from "../table.ts";

export const installationChanged = subscription({
  id: "installation-changed",
  summary: "Counts on whose right an installation is: a user may have it on several devices.",
  event: InstallationChanged,
  handle: async ({ data: { installation, seats: moves } }, { seats }: AssetContext) => {
    for (const move of moves)
      await seats.update(move.seatId, undefined, (seat) => takeUp(seat, installation.modelId, move));
  },
});
