import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ciMoves } from "../../configuration/events-moves.ts";
import type { ChangeContext } from "../context.ts";
import { findUnauthorized } from "../find-unauthorized.ts";
import { knownCi } from "../known-ci.ts";

export const ciChanged = ciMoves.map((event) =>
  subscription({
    id: subscriptionId(event),
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
