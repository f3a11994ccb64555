import { type Incident, isOpen } from "../../services/incident/incident.ts";
import type { Task } from "../../services/incident/task.ts";
import { isOpenTask } from "../../shared/domain/task.ts";
import { fold } from "../../shared/dynamo/record.ts";
import type { Facts } from "./facts.ts";
import { agents, type Command } from "./incident-commands.ts";
import type { Random } from "./machine/random.ts";
import type { SeenRecord } from "./simulated.ts";

const tasksOf = (incident: SeenRecord): readonly Task[] => (incident.tasks ?? []) as readonly Task[];

const fieldsOf = (random: Random, title: string, before: readonly Task[]) => ({
  title,
  assigneeId: random.pick(agents),
  ...(before.length > 0 && random.chance(0.5) ? { dependsOn: [random.pick(before).id] } : {}),
});

/** Two people add to the same list, begin the same piece of work, and end it while its incident ends. */
export const handleTasks: Command = (random, model, incident) => {
  const known = tasksOf(incident);
  const base = { as: random.pick(agents), method: "POST", isKeyed: random.chance(0.8) } as const;
  const path = `/incidents/${incident.id}/tasks`;
  if (known.length === 0 || random.chance(0.4))
    return { ...base, path, body: fieldsOf(random, model.word(), known) };
  const { id: taskId } = random.pick(known);
  const verb = random.pick(["start", "complete", "cancel", "change"]);
  const said =
    verb === "change" ? { title: model.word() } : verb === "start" ? {} : { outcome: model.word() };
  return { ...base, path: `${path}/${verb}`, body: { taskId, ...said } };
};

const brokenList = (id: string, { tasks = [], state, mergedInto }: Incident): string[] => [
  ...(tasks.every((task, at) => task.id === String(at + 1))
    ? []
    : [`${id} has the tasks ${tasks.map((task) => task.id)}`]),
  ...(tasks.some(isOpenTask) && !isOpen({ state }) && mergedInto === undefined
    ? [`${id} is ${state} and has work left`]
    : []),
  ...tasks
    .filter(
      ({ state: now, dependsOn = [] }) =>
        now === "in_progress" &&
        dependsOn.some((each) => tasks.some((task) => task.id === each && task.state === "open")),
    )
    .map((task) => `${id}: task ${task.id} began before what comes first`),
];

/** What is over stays over, but for what a merge that was undone had ended. */
const revived = (before: readonly Task[], after: readonly Task[]): readonly Task[] =>
  before.filter(
    (task) =>
      !isOpenTask(task) &&
      !task.endedWithIncident &&
      after.some(({ id, state }) => id === task.id && state !== task.state),
  );

/** Tasks are numbered without gaps, never get lost or come back, and none is left when the incident is over. */
export const brokenTasks = ({ kept }: Facts): string[] =>
  kept
    .filter(({ id }) => /^INC\d+$/.test(id))
    .flatMap(({ id, history }) => {
      const incident = fold(history) as unknown as Incident | undefined;
      const changes = history.flatMap(({ changes: { tasks } }) => (tasks === undefined ? [] : [tasks]));
      const steps = changes.map(({ from, to }) => [(from ?? []) as Task[], (to ?? []) as Task[]] as const);
      return [
        ...(incident === undefined ? [] : brokenList(id, incident)),
        ...steps.filter(([before, after]) => after.length < before.length).map(() => `${id} has lost a task`),
        ...steps
          .flatMap(([before, after]) => revived(before, after))
          .map((task) => `${id}: task ${task.id} came back`),
      ];
    });
