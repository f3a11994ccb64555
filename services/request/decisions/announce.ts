import { serviceActor } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Passed } from "../../../shared/targets/passed.ts";
import { RequestItemServiceLevelBreached, RequestItemServiceLevelWarning } from "../events-service-levels.ts";
import type { RequestItem } from "../request-item.ts";
import { itemHappened } from "./command.ts";

const self = serviceActor("request");
/** Time did it, whoever's decision it is written with because that came before the schedule. */
const by = { actor: { id: self.id }, causationId: "schedule:watch-request-service-levels" };

/** Tells of a point or breach of one of its agreements; a team that the agreement names takes the item over. */
export const announce = (
  item: RequestItem,
  { isBreach, point }: Passed,
  acts: boolean,
): Decision<RequestItem> => {
  const event = isBreach ? RequestItemServiceLevelBreached : RequestItemServiceLevelWarning;
  const action = acts ? point.actions.find(({ do: what }) => what === "reassign") : undefined;
  const changes = action?.do === "reassign" ? { teamId: action.teamId } : {};
  return [{ ...itemHappened(event, item, changes, { serviceLevel: point }), by }];
};
