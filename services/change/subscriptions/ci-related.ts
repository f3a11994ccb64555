import { forEachId, onePage } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { CiRelated, CiUnrelated } from "../../configuration/events.ts";
import type { ChangeContext } from "../context.ts";
import { detect } from "../detect-conflicts.ts";
import { foundAt, place } from "../occupancy.ts";

const day = 24 * 3_600_000;
/** What is planned further ahead is looked at again every day, and when it is planned otherwise. */
const daysAhead = 30;

export const ciRelated = [CiRelated, CiUnrelated].map((event) =>
  subscription({
    id: event === CiRelated ? "ci-related" : "ci-unrelated",
    summary: "Keeps which CIs have to do with each other, and looks again at what is planned on them.",
    event,
    handle: async ({ meta, data }, context: ChangeContext) => {
      const { id, fromId, toId, active } = data.relation;
      const { relations, now } = context;
      for (const [key, o] of [
        [fromId, toId],
        [toId, fromId],
      ] as const)
        await relations.keep({ key, entry: id, value: { o, a: active } }, meta.sequence);
      const until = new Date(Date.parse(now()) + daysAhead * day).toISOString();
      const found = await foundAt([place.ci(fromId), place.ci(toId)], now(), until, context);
      await forEachId(onePage(found), (changeId) => detect(changeId, context));
    },
  }),
);
