import type { Edit } from "./edited-bundles.ts";

/**
 * What the code before the present one did not have yet, so that a deployment can come in the middle of things:
 * subscriptions whose rules are there before the function knows them, and a field that readers have not heard of
 * or that older events do not carry.
 */
export const olderCode: readonly Edit[] = [
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
