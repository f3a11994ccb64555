import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { ProblemIncidentsLinked, ProblemIncidentsUnlinked } from "../../problem/events.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { tie } from "../decisions/follow-problem.ts";
import { onIncident } from "../follow-problem.ts";
import type { IncidentContext } from "../table.ts";

type Told = { readonly problem: ProblemSnapshot; readonly incidentIds: readonly string[] };

async function* only(ids: readonly string[]) {
  yield ids;
}

const follow = (event: EventType<never>, id: string, isLinked: boolean) =>
  subscription({
    id,
    summary: "Incidents keep the tie that a problem says they have; others read it there.",
    event: event as unknown as EventType<Told>,
    handle: ({ meta: { sequence }, data: { problem, incidentIds } }, context: IncidentContext) =>
      forEachId(only(incidentIds), (incidentId) =>
        onIncident(incidentId, context, (incident) =>
          tie(incident, { problemId: problem.id, sequence, isLinked }),
        ),
      ),
  });

/** Which incidents a problem has is kept by the incidents: as their links, whoever made them. */
export const problemIncidents = [
  follow(ProblemIncidentsLinked as never, "problem-incidents-linked", true),
  follow(ProblemIncidentsUnlinked as never, "problem-incidents-unlinked", false),
];
