import { subscription } from "../../../shared/events/subscription.ts";
import {
  CiDeployed,
  CiMaintenanceStarted,
  CiReclassified,
  CiRegistered,
  CiReinstated,
  CiRetired,
  CiUpdated,
} from "../../configuration/events.ts";
import type { ChangeContext } from "../context.ts";
import { knownCi } from "../known-ci.ts";

/** Every event after which a CI may have another owner, or be otherwise. */
const events = [
  CiRegistered,
  CiUpdated,
  CiReclassified,
  CiDeployed,
  CiMaintenanceStarted,
  CiRetired,
  CiReinstated,
];

export const ciChanged = events.map((event) =>
  subscription({
    id: event.type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase(),
    summary: "Keeps who answers for a CI, so that they can be asked for approval.",
    event,
    handle: async ({ meta, data: { ci } }, { cis }: ChangeContext) => {
      await cis.keep(meta, knownCi(ci, meta.sequence));
    },
  }),
);
