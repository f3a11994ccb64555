import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ChangeLinked, ChangeOpened } from "../../change/events.ts";
import { link } from "../decisions/relate.ts";
import { IncidentId } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

const typeOf = { caused: "caused_by_change", resolves: "fixed_by_change" } as const;

/** When a change is tied later, and when it is opened for an incident. */
export const changeLinked = [ChangeLinked, ChangeOpened].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "An incident that a change caused or resolves knows so, too.",
    event,
    handle: async ({ data: { change } }, context: IncidentContext) => {
      const { settings, now } = context;
      const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
      for (const { type, target } of change.links) {
        if ((type !== "caused" && type !== "resolves") || !IncidentId.safeParse(target).success) continue;
        const tie = { type: typeOf[type], target: change.id };
        await context.incidents
          .update(target, undefined, (incident) => link.decide(incident, tie, on))
          .catch((error: unknown) => {
            // Somebody named an incident that is not there, or has as many ties as it takes.
            if (!(error instanceof Refusal)) throw error;
          });
      }
    },
  }),
);
