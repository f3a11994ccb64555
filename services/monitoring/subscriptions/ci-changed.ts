import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ciMoves } from "../../configuration/events-moves.ts";
import { knownCi } from "../known-ci.ts";
import type { MonitoringContext } from "../table.ts";

export const ciChanged = ciMoves.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Learns what tools call a CI, so that alerts about it are known to be about it.",
    event,
    handle: async ({ meta, data }, { cis }: MonitoringContext) => {
      await cis.keep(meta, knownCi(data.ci));
    },
  }),
);
