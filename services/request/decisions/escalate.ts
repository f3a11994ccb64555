import type { Decision } from "../../../shared/dynamo/record.ts";
import type { TeamSnapshot } from "../../organization/events.ts";
import { RequestTaskEscalated } from "../events-steps.ts";
import type { RequestItem } from "../request-item.ts";
import type { SettingsFields } from "../settings.ts";
import { isOpenTask, type RequestTask } from "../task.ts";
import { itemHappened } from "./command.ts";

type Teams = readonly TeamSnapshot[];
type Whom = Pick<NonNullable<RequestTask["escalated"]>, "personId" | "teamId">;

/** Who leads a team and is there; a lead who does the task is told nothing new. */
const leadOf = (id: string | undefined, teams: Teams, { assigneeId }: RequestTask): Whom | undefined => {
  const { leadId, members = [] } = teams.find((team) => team.id === id && team.active) ?? {};
  const isAbsent = members.some(({ personId, absent }) => personId === leadId && absent);
  return leadId === undefined || leadId === assigneeId || isAbsent ? undefined : { personId: leadId };
};

/**
 * Whom a task is escalated to (functional and hierarchic escalation, ITIL 4): the team that its step names, or that
 * team's lead; the lead of the team that has it; and who looks after what nobody else does.
 */
const whomFor = (task: RequestTask, teams: Teams, { usualTeamId }: SettingsFields): Whom => {
  const { escalateTo } = task;
  const isThere = teams.some(({ id, active }) => id === escalateTo && active);
  return (
    leadOf(escalateTo, teams, task) ??
    (isThere ? { teamId: escalateTo } : undefined) ??
    leadOf(task.teamId, teams, task) ??
    leadOf(usualTeamId, teams, task) ?? { teamId: usualTeamId }
  );
};

/** Puts a task that failed, or takes too long, before somebody else as well; once, until it is taken up again. */
export const escalate = (
  item: RequestItem,
  { taskId, text }: { readonly taskId: string; readonly text: string },
  on: { readonly teams: Teams; readonly settings: SettingsFields; readonly now: string },
): Decision<RequestItem> => {
  const task = item.tasks.find(({ id }) => id === taskId);
  if (item.state !== "in_fulfilment" || !task || !isOpenTask(task) || task.escalated !== undefined) return [];
  // It may do itself again by now: what it failed at is no news any more.
  if (task.failure === undefined && task.stuckSince === undefined) return [];
  const escalated = { ...whomFor(task, on.teams, on.settings), at: on.now, why: text.slice(0, 500) };
  const tasks = item.tasks.map((each) => (each.id === taskId ? { ...task, escalated } : each));
  return [itemHappened(RequestTaskEscalated, item, { tasks }, { taskId, ...escalated })];
};
