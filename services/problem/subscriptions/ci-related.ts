import { subscription } from "../../../shared/events/subscription.ts";
import { CiRelated, CiUnrelated } from "../../configuration/events.ts";
import type { ProblemContext } from "../table.ts";

/** Keeps what depends on what, so that a change behind a CI is suspected, too. */
export const ciRelated = [CiRelated, CiUnrelated].map((event) =>
  subscription({
    id: event === CiRelated ? "ci-related" : "ci-unrelated",
    summary: "Keeps what a CI depends on, to suspect changes there.",
    event,
    handle: async ({ meta, data: { relation } }, { relations }: ProblemContext) => {
      const { id, fromId, toId, active } = relation;
      await relations.keep(meta, { id, fromId, toId, active });
    },
  }),
);
