import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Ci } from "../ci.ts";
import { CiWentStale } from "../events-import.ts";
import { snapshotOf } from "./ci.ts";

/** A source has not spoken of a CI for too long; nothing, where it knows it no more, or that was told already. */
export const goStale = (ci: Ci, sourceId: string, now: string): Decision<Ci> => {
  const is = ci.sources?.find((each) => each.sourceId === sourceId);
  if (!is || is.isGone || is.staleSince || ci.state === "retired") return [];
  const sources = ci.sources?.map((each) => (each === is ? { ...each, staleSince: now } : each));
  return [occurred(CiWentStale, { ci: snapshotOf(ci), sourceId }, { sources })];
};
