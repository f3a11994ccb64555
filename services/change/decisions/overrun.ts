import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeOverran } from "../events.ts";
import { happened } from "./command.ts";

/** When a change that is being done is over its window, if nobody was told yet. */
export const overrunsAt = ({ state, plannedEnd, overranAt }: Change): string | undefined =>
  state === "implement" && overranAt === undefined ? plannedEnd : undefined;

/** Tells once that the work goes on although its window is over: somebody has to decide. */
export const noteOverrun = (change: Change, now: string): Decision<Change> => {
  const at = overrunsAt(change);
  return at !== undefined && at <= now ? [happened(ChangeOverran, change, { overranAt: now }, {})] : [];
};
