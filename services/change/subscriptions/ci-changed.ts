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
import { findUnauthorized } from "../find-unauthorized.ts";
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
    summary:
      "Keeps who answers for a CI, and looks whether what a source found of it was done under a change.",
    event,
    handle: async ({ meta, data: { ci, sourceId } }, context: ChangeContext) => {
      const known = knownCi(ci, meta.sequence);
      // What is new was not otherwise before, and what people say is no finding.
      const isFound = sourceId !== undefined && meta.sequence > 1;
      const before = isFound ? (await context.cis.known([ci.id])).get(ci.id) : undefined;
      // Before it is kept: whoever comes again after an end in the middle still sees the difference.
      if (isFound && before && before.sequence < meta.sequence)
        await findUnauthorized(before, known, { sourceId, at: meta.occurredAt }, context);
      await context.cis.keep(meta, known);
    },
  }),
);
