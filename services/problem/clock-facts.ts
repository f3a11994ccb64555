import type { Follows } from "../../shared/dynamo/record.ts";
import type { Facts } from "../../shared/targets/terms.ts";
import { extended } from "../../shared/targets/timeline.ts";
import { problemFacts } from "./events-facts.ts";
import type { Problem } from "./problem.ts";

/** What makes an agreement's clocks start, pause and stop; kept over the problem's whole life. */
const movingFacts = ({
  state,
  teamId,
  assigneeId,
  workaround,
  rootCause,
}: Problem): Readonly<Record<(typeof problemFacts.moves)[number], Facts[string]>> => ({
  state,
  teamId,
  assigned: assigneeId !== undefined,
  hasWorkaround: workaround !== undefined,
  hasRootCause: rootCause !== undefined,
});

/** What agreements say which problems they are about; as it is now. */
export const presentFacts = (problem: Problem): Facts =>
  Object.fromEntries(problemFacts.where.map((name) => [name, problem[name]]));

/** Every event that moves a fact adds to the timeline; clocks need no other look at the history. */
export const timelineFollows: Follows<Problem> = {
  fields: ["timeline"],
  from: (before, after) => ({
    timeline: extended(before?.timeline ?? [], Date.parse(after.updatedAt), movingFacts(after)),
  }),
};
