import { subscription } from "../../../shared/events/subscription.ts";
import { TeamChanged } from "../../organization/events.ts";
import type { IncidentContext } from "../table.ts";

export const teamChanged = subscription({
  id: "team-changed",
  summary: "Keeps who belongs to which team, for the rules by which incidents find them.",
  event: TeamChanged,
  handle: async ({ meta, data }, { teams }: IncidentContext) => {
    await teams.keep(meta, data.team);
  },
});
