import * as z from "zod";
import { priorityOf } from "../../../shared/domain/priority.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { ProblemOpened } from "../events.ts";
import { IncidentId, PersonId, type Problem, ProblemFields, TeamId } from "../problem.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { linkIncidents, mostAtOnce } from "./relate.ts";

/** A new problem, with the incidents that make it worth looking at. */
export const OpenProblem = ProblemFields.extend({
  teamId: TeamId.optional(),
  assigneeId: PersonId.optional(),
  incidentIds: z.array(IncidentId).max(mostAtOnce).default([]).describe("Incidents to tie to it"),
});
export type OpenProblem = z.infer<typeof OpenProblem>;

export const openProblem = (
  id: string,
  { incidentIds, ...fields }: OpenProblem,
  on: Circumstances,
  origin?: Problem["origin"],
): Decision<Problem> => {
  const changes: Partial<Problem> = {
    ...fields,
    state: "new",
    priority: priorityOf(on.settings.matrix, fields),
    openedBy: on.actor.id,
    openedAt: on.now,
    incidentIds: [],
    changes: [],
    changeRequests: 0,
    reanalysisCount: 0,
    ...(origin ? { origin } : {}),
  };
  const opened = [happened(ProblemOpened, { id } as Problem, changes, origin ? { origin } : {})];
  if (incidentIds.length === 0) return opened;
  return [...opened, ...linkIncidents.decide(after({ id } as Problem, opened), { incidentIds }, on)];
};
