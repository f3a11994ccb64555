import type { Edit } from "./edited-bundles.ts";

/** A line of a service's declaration, which has to be there once, and nothing in its place. */
const without = (service: string, right: string, wrong = ""): Edit => ({
  module: `services/${service}/service.ts`,
  right,
  wrong,
});

/** Each the only one for its events: what older code makes nothing of it does not hand back. */
const withoutSubscription: readonly Edit[] = [
  without("asset", "    modelChanged,\n"),
  without("change", "    teamChanged,\n"),
  without("configuration", "    ...articleChanged,\n"),
  without("knowledge", "    requestPlaced,\n"),
  without("monitoring", "    maintenanceWindowCancelled,\n"),
  without("organization", "[departureAsked, ...holdingsFound]", "[departureAsked]"),
  without("reporting", "    ...satisfactionTold,\n"),
  without("request", "    teamChanged,\n"),
  without("service-level", "[calendarChanged, holidayListChanged]", "[calendarChanged]"),
];

/**
 * What the code before the present one did not have yet, so that a deployment can come in the middle of things:
 * subscriptions whose rules are there before the function knows them, and a field that readers have not heard of
 * or that older events do not carry.
 */
export const olderCode: readonly Edit[] = [
  ...withoutSubscription,
  {
    module: "services/problem/subscriptions/incident-changed.ts",
    right: "[...incidentMoves, IncidentLinked, ",
    wrong: "[...incidentMoves, ",
  },
  {
    module: "services/incident/service.ts",
    // The only one for its event: what older code makes something of it does not hand back.
    right: "    parentHeld,\n    parentReopened,",
    wrong: "    parentReopened,",
  },
  {
    module: "services/incident/events.ts",
    right: "  location: z.string().optional(),\n",
    wrong: "",
  },
];
