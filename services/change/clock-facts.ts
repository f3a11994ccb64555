import type { Follows } from "../../shared/dynamo/record.ts";
import type { Facts } from "../../shared/targets/terms.ts";
import { extended } from "../../shared/targets/timeline.ts";
import type { Change } from "./change.ts";
import { changeFacts } from "./events-facts.ts";

/** What makes an agreement's clocks start, pause and stop; kept over the change's whole life. */
const movingFacts = ({
  state,
  teamId,
  assigneeId,
  overranAt,
}: Change): Readonly<Record<(typeof changeFacts.moves)[number], Facts[string]>> => ({
  state,
  teamId,
  assigned: assigneeId !== undefined,
  hasOverrun: overranAt !== undefined,
});

/** What agreements say which changes they are about; as it is now. */
export const presentFacts = (change: Change): Facts =>
  Object.fromEntries(changeFacts.where.map((name) => [name, change[name]]));

/** Every event that moves a fact adds to the timeline; clocks need no other look at the history. */
export const timelineFollows: Follows<Change> = {
  fields: ["timeline"],
  from: (before, after) => ({
    timeline: extended(before?.timeline ?? [], Date.parse(after.updatedAt), movingFacts(after)),
  }),
};
