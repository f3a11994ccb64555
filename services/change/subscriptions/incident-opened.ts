import { forEachId, onePage } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { IncidentOpened, IncidentUpdated } from "../../incident/events.ts";
import type { ChangeContext } from "../context.ts";
import { suspectIncident } from "../decisions/suspect.ts";
import { relatedTo } from "../find-conflicts.ts";
import { foundAt, place } from "../occupancy.ts";

const hour = 3_600_000;

/** When it is opened, and when somebody finds out what it is about, which is often later. */
export const incidentOpened = [IncidentOpened, IncidentUpdated].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary:
      "An incident soon after a change of its CIs or its service is proposed as caused by it, for people to confirm.",
    event,
    handle: async ({ data: { incident } }, context: ChangeContext) => {
      const { ciIds: own, serviceId, id: incidentId, openedAt, restricted } = incident;
      if (restricted || (own.length === 0 && serviceId === undefined)) return;
      const { suspectHours } = await context.settings();
      const related = await relatedTo(own, context);
      const ciIds = [...new Set([...own, ...own.flatMap((id) => [...related(id)])])];
      const places = [
        ...ciIds.map(place.ci),
        ...(serviceId === undefined ? [] : [place.service(serviceId), place.ci(serviceId)]),
      ];
      const from = new Date(Date.parse(openedAt) - suspectHours * hour).toISOString();
      const found = await foundAt(places, from, openedAt, context);
      const trouble = { incidentId, openedAt, ciIds, serviceId };
      await forEachId(onePage(found), (id) =>
        context
          .part(id)
          .changes.update(id, undefined, (change) => suspectIncident(change, trouble, suspectHours)),
      );
    },
  }),
);
