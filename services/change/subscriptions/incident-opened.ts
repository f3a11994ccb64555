import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentOpened } from "../../incident/events.ts";
import type { ChangeContext } from "../context.ts";
import { suspectIncident } from "../decisions/suspect.ts";
import { relatedTo } from "../find-conflicts.ts";
import { foundAt, place } from "../occupancy.ts";

const hour = 3_600_000;
/** A change that was under way so many hours before, on the CI or what has to do with it, may have caused it. */
const hoursBefore = 48;

export const incidentOpened = subscription({
  id: "incident-opened",
  summary: "An incident soon after a change of its CIs is proposed as caused by it, for people to confirm.",
  event: IncidentOpened,
  handle: async ({ data: { incident } }, context: ChangeContext) => {
    const { ciIds, id: incidentId, openedAt, restricted } = incident;
    if (restricted || ciIds.length === 0) return;
    const related = await relatedTo(ciIds, context);
    const around = [...new Set([...ciIds, ...ciIds.flatMap((id) => [...related(id)])])];
    const from = new Date(Date.parse(openedAt) - hoursBefore * hour).toISOString();
    const found = await foundAt(around.map(place.ci), from, openedAt, context);
    const pages = (async function* () {
      yield [...found];
    })();
    await forEachId(pages, (id) =>
      context
        .part(id)
        .changes.update(id, undefined, (change) => suspectIncident(change, incidentId, around, openedAt)),
    );
  },
});
