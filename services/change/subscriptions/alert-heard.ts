import { forEachId, onePage } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { AlertMuted, AlertRaised, AlertRecovered, AlertReopened } from "../../monitoring/events.ts";
import type { ChangeContext } from "../context.ts";
import { noteAlert } from "../decisions/note-alert.ts";
import { foundAt, place } from "../occupancy.ts";

const hour = 3_600_000;
/** A change that overruns is looked for so many hours after its window. */
const hoursBefore = 48;

export const alertHeard = [AlertMuted, AlertRaised, AlertReopened, AlertRecovered].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "What monitoring says of a change's CIs while it is being done is written on the change.",
    event,
    handle: async ({ data: { alert } }, context: ChangeContext) => {
      const { ciIds, serviceId, observedAt } = alert;
      const places = [...ciIds.map(place.ci), ...(serviceId === undefined ? [] : [place.service(serviceId)])];
      if (places.length === 0) return;
      const from = new Date(Date.parse(observedAt) - hoursBefore * hour).toISOString();
      const found = await foundAt(places, from, context.now(), context);
      await forEachId(onePage(found), (id) =>
        context.part(id).changes.update(id, undefined, (change) => noteAlert(change, alert)),
      );
    },
  }),
);
