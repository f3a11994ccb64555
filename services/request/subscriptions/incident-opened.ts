import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentOpened } from "../../incident/events.ts";
import type { RequestContext } from "../context.ts";
import { linkRequest } from "../decisions/talk.ts";
import { RequestId } from "../ids.ts";

export const incidentOpened = subscription({
  id: "incident-opened",
  summary: "A request knows of the incident that it became, or that somebody tied to it.",
  event: IncidentOpened,
  where: { incident: { links: { type: ["related"] } } },
  handle: async ({ data: { incident } }, { requests }: RequestContext) => {
    for (const { type, target } of incident.links) {
      if (type !== "related" || !RequestId.safeParse(target).success) continue;
      await requests
        .update(target, undefined, (request) => linkRequest(request, { kind: "incident", id: incident.id }))
        .catch((error: unknown) => {
          // Whoever reports an incident may tie it to a number that nobody has.
          if (!(error instanceof Refusal && error.code === "not_found")) throw error;
        });
    }
  },
});
