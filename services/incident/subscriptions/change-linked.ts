import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ChangeLinked, ChangeOpened, type ChangeSnapshot } from "../../change/events.ts";
import { link, unlink } from "../decisions/relate.ts";
import { IncidentId } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

const typeOf = { caused: "caused_by_change", resolves: "fixed_by_change" } as const;

type Tie = { readonly type: string; readonly target: string };
type Told = { readonly change: ChangeSnapshot; readonly untied?: readonly Tie[] | undefined };

/** When a change is tied later or not any more, and when it is opened for an incident. */
export const changeLinked = [ChangeLinked, ChangeOpened].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "An incident that a change caused or resolves knows so, too, for as long as that is said.",
    event: event as EventType<Told>,
    handle: async ({ meta, data: { change, untied = [] } }, context: IncidentContext) => {
      const { settings, now, changeTies } = context;
      const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
      const { news, before } = await changeTies.keep(meta, { links: change.links });
      // Of what is told late only what still holds is done.
      const links = news === "old" && before ? before.links : change.links;
      for (const { type, target } of [...change.links, ...untied]) {
        if ((type !== "caused" && type !== "resolves") || !IncidentId.safeParse(target).success) continue;
        const tie = { type: typeOf[type], target: change.id };
        const holds = links.some((each) => each.type === type && each.target === target);
        await context.incidents
          .update(target, undefined, (incident) => (holds ? link : unlink).decide(incident, tie, on))
          .catch((error: unknown) => {
            // Somebody named an incident that is not there, or has as many ties as it takes.
            if (!(error instanceof Refusal)) throw error;
          });
      }
    },
  }),
);
