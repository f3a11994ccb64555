import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ProblemIncidentsLinked, ProblemIncidentsUnlinked } from "../events.ts";
import { mostIncidentIds } from "../events-snapshot.ts";
import { IncidentId, type Problem } from "../problem.ts";
import { command, happened } from "./command.ts";

/** As many as one event names; for more ask again. */
export const mostAtOnce = 100;

const Ids = z.strictObject({ incidentIds: z.array(IncidentId).min(1).max(mostAtOnce) });

/** Who has its incidents now is the other problem. */
const refuseDuplicate = ({ duplicateOf }: Problem): void => {
  if (duplicateOf) throw new Refusal("illegal_transition", `It is a duplicate of ${duplicateOf}`);
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Says which incidents are its own; each incident keeps the tie, and tells when it has it. */
export const linkIncidents = command({
  body: Ids,
  decide: (problem, { incidentIds }) => {
    refuseDuplicate(problem);
    const added = unique(incidentIds).filter((id) => !problem.incidentIds.includes(id));
    if (added.length === 0) return [];
    const all = [...added, ...problem.incidentIds].slice(0, mostIncidentIds);
    return [happened(ProblemIncidentsLinked, problem, { incidentIds: all }, { incidentIds: added })];
  },
});

/** Takes incidents off it, also such that were tied to it from their own side. */
export const unlinkIncidents = command({
  body: Ids,
  decide: (problem, { incidentIds }) => {
    refuseDuplicate(problem);
    const removed = unique(incidentIds);
    const left = problem.incidentIds.filter((id) => !removed.includes(id));
    return [happened(ProblemIncidentsUnlinked, problem, { incidentIds: left }, { incidentIds: removed })];
  },
});
