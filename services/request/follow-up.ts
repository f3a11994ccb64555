import type { RequestContext } from "./context.ts";
import { inWorkingDays } from "./decisions/in-working-days.ts";
import type { Survey } from "./survey.ts";

type Asked = Pick<RequestContext, "teams" | "settings" | "terms" | "now">;

/**
 * Whose a low score is, and until when: who leads the first team that served and has a lead, or that team; who
 * looks after what is nobody's, where no team is known.
 */
export const followUpFor = async (
  { teamId, teamIds = [] }: Survey,
  context: Asked,
): Promise<Pick<Survey, "ownerId" | "ownerTeamId" | "dueAt">> => {
  const [teams, settings, { calendars }] = await Promise.all([
    context.teams(),
    context.settings(),
    context.terms(),
  ]);
  const served = [...teamIds, ...(teamId === undefined ? [] : [teamId]), settings.usualTeamId];
  const known = served.flatMap((id) => teams.find((team) => team.id === id && team.active) ?? []);
  const led = known.find(({ leadId }) => leadId !== undefined);
  const calendar = calendars.get(settings.calendarId ?? "")?.calendar;
  const dueAt = inWorkingDays(settings.followUpDays, context.now(), calendar);
  const ownerTeamId = (led ?? known[0])?.id ?? served[0];
  return {
    ...(led?.leadId === undefined ? {} : { ownerId: led.leadId }),
    ...(ownerTeamId === undefined ? {} : { ownerTeamId }),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
};
