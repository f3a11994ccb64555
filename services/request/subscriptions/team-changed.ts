import { subscription } from "../../../shared/events/subscription.ts";
import { TeamChanged } from "../../organization/events.ts";
import type { RequestContext } from "../context.ts";

export const teamChanged = subscription({
  id: "team-changed",
  summary: "Keeps the teams: who belongs where, who leads whom, and who can be asked.",
  event: TeamChanged,
  handle: async ({ meta, data }, { knownTeams }: RequestContext) => {
    await knownTeams.keep(meta, data.team);
  },
});
