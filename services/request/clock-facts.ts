import type { Follows } from "../../shared/dynamo/record.ts";
import type { Facts } from "../../shared/targets/terms.ts";
import { extended } from "../../shared/targets/timeline.ts";
import { requestFacts } from "./events-facts.ts";
import type { RequestItem } from "./request-item.ts";

/** What makes an agreement's clocks start, pause and stop; kept over the item's whole life. */
const movingFacts = ({
  state,
  teamId,
  startedAt,
}: RequestItem): Readonly<Record<(typeof requestFacts.moves)[number], Facts[string]>> => ({
  state,
  teamId,
  begun: startedAt !== undefined,
});

/** What agreements say which items they are about; as it is now. */
export const presentFacts = (item: RequestItem): Facts =>
  Object.fromEntries(requestFacts.where.map((name) => [name, item[name]]));

/** Every event that moves a fact adds to the timeline; clocks need no other look at the history. */
export const timelineFollows: Follows<RequestItem> = {
  fields: ["timeline"],
  from: (before, after) => ({
    timeline: extended(before?.timeline ?? [], Date.parse(after.updatedAt), movingFacts(after)),
  }),
};
