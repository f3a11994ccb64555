import type { Follows } from "../../shared/dynamo/record.ts";
import type { Facts } from "../../shared/targets/terms.ts";
import { extended } from "../../shared/targets/timeline.ts";
import { incidentFacts } from "./events-facts.ts";
import type { Incident } from "./incident.ts";

/** What makes an agreement's clocks start, pause and stop; kept over the incident's whole life. */
const movingFacts = ({
  state,
  holdReason,
  teamId,
  assigneeId,
}: Incident): Readonly<Record<(typeof incidentFacts.moves)[number], Facts[string]>> => ({
  state,
  holdReason,
  teamId,
  assigned: assigneeId !== undefined,
});

/** What agreements say which incidents they are about; as it is now. */
export const presentFacts = (incident: Incident): Facts =>
  Object.fromEntries(incidentFacts.where.map((name) => [name, incident[name]]));

/** What was opened before it was recorded has been new until then. */
const firstFacts = (incident: Incident): Facts => ({
  ...movingFacts(incident),
  state: "new",
  holdReason: undefined,
});

/** Every event that moves a fact adds to the timeline; clocks need no other look at the history. */
export const timelineFollows: Follows<Incident> = {
  fields: ["timeline"],
  from: (before, after) => {
    const at = Date.parse(after.updatedAt);
    const openedAt = Date.parse(after.openedAt);
    const earlier =
      before === undefined && openedAt < at
        ? extended([], openedAt, firstFacts(after))
        : (before?.timeline ?? []);
    return { timeline: extended(earlier, at, movingFacts(after)) };
  },
};
