import { subscription } from "../../../shared/events/subscription.ts";
import { TeamChanged } from "../../organization/events.ts";
import type { ChangeContext } from "../context.ts";

export const teamChanged = subscription({
  id: "team-changed",
  summary: "Keeps the teams, so that they can be asked for approval.",
  event: TeamChanged,
  handle: async ({ meta, data }, { teams }: ChangeContext) => {
    await teams.keep(meta, data.team);
  },
});
