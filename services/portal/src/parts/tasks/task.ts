import type { Schemas } from "../../../../../docs/generated/api.ts";
import { hasRole, type Me } from "../../session/me.ts";

/** A piece of the work on a record, whatever the record is: the API says the same with few words differing. */
export type Task = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly description?: string | undefined;
  /** Of a change, or what does it by itself for an order. */
  readonly kind?: string | undefined;
  readonly teamId?: string | undefined;
  readonly assigneeId?: string | undefined;
  /** Tasks that are over before it begins. */
  readonly dependsOn?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  readonly plannedStart?: string | undefined;
  readonly plannedEnd?: string | undefined;
  readonly dueAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly tryAt?: string | undefined;
  readonly stuckSince?: string | undefined;
  readonly failure?: string | undefined;
  readonly outcome?: string | undefined;
  /** Something that does itself. */
  readonly does?: object | undefined;
};

/** What has tasks. */
export type Tasked = {
  readonly id: string;
  readonly state: string;
  readonly tasks?: readonly Task[] | undefined;
  readonly actions?: readonly string[] | undefined;
};

export type Kind = "incident" | "problem" | "change" | "item";
export type RecordOf = {
  readonly incident: Schemas["Incident"];
  readonly problem: Schemas["ProblemRecord"];
  readonly change: Schemas["Change"];
  readonly item: Schemas["RequestItem"];
};

/** What can be done to a task. `take` and `assign` are said by the API in each record's own way. */
export type Verb = "take" | "start" | "complete" | "fail" | "skip" | "cancel" | "retry" | "assign" | "change";

export const isOpenTask = ({ state }: Task): boolean => state === "open" || state === "in_progress";

const waitsForOthers = ({ tasks = [] }: Tasked, { dependsOn = [] }: Task): boolean =>
  tasks.some((task) => dependsOn.includes(task.id) && isOpenTask(task));

/** Beginning and ending by the task's own state, as it is for everything but orders. */
const steps = (record: Tasked, task: Task, mayDo: boolean): readonly Verb[] => {
  if (!mayDo || waitsForOthers(record, task)) return [];
  return task.state === "open" ? ["start", "complete"] : ["complete"];
};

const mine = ({ assigneeId }: Task, { id }: Me): readonly Verb[] => (assigneeId === id ? [] : ["take"]);

const ofOpenRecord = (record: Tasked, task: Task, me: Me): readonly Verb[] =>
  isOpenTask(task) ? [...mine(task, me), ...steps(record, task, true), "change", "cancel"] : [];

const planned: readonly string[] = ["new", "assess", "implement", "review"];
const done: readonly string[] = ["implement", "review"];

const isPlanned = ({ state, type }: RecordOf["change"]): boolean =>
  planned.includes(state) || (type === "standard" && state === "scheduled");

const ofChange = (change: RecordOf["change"], task: Task, me: Me): readonly Verb[] => {
  if (!isOpenTask(task)) return [];
  const works = hasRole(me, "agent", "major-incident-manager", "problem-manager", "change-manager");
  const isDone = done.includes(change.state) || task.kind === "preparation";
  const carriesOut = isDone && hasRole(me, "agent", "major-incident-manager");
  const begun = steps(change, task, carriesOut);
  const edits: readonly Verb[] = works && isPlanned(change) ? ["change"] : [];
  const takes = carriesOut && isPlanned(change) ? mine(task, me) : [];
  return [
    ...takes,
    ...begun,
    ...(begun.length > 0 ? (["fail"] as const) : []),
    ...edits,
    ...(works ? (["cancel"] as const) : []),
  ];
};

const ofItem = (task: Task, me: Me): readonly Verb[] => {
  if (task.state === "incomplete") return ["retry"];
  if (task.state === "waiting") return ["skip", "assign"];
  if (!isOpenTask(task)) return [];
  const again: readonly Verb[] = task.does !== undefined && task.state === "open" ? ["retry"] : [];
  const begins: readonly Verb[] = task.state === "open" ? ["start"] : [];
  return [...again, ...mine(task, me), ...begins, "complete", "fail", "skip", "assign"];
};

/** Whether somebody fulfils an ordered thing: one of its teams, who has one of its tasks, or who manages them all. */
const fulfils = ({ teamId, tasks }: RecordOf["item"], me: Me): boolean => {
  if (hasRole(me, "asset-manager", "admin")) return true;
  if (!hasRole(me, "agent", "major-incident-manager")) return false;
  const teams = [teamId, ...tasks.map((task) => task.teamId)];
  return tasks.some(({ assigneeId }) => assigneeId === me.id) || me.teams.some((id) => teams.includes(id));
};

/** Whether the work on a record is this person's to change now. The API decides; this only spares dead ends. */
export const worksOn = <K extends Kind>(kind: K, record: RecordOf[K], me: Me): boolean => {
  if (kind === "incident") return record.actions?.includes("resolve") === true;
  if (kind === "problem") {
    const isOpen = record.state !== "resolved" && record.state !== "closed";
    return isOpen && hasRole(me, "agent", "problem-manager", "major-incident-manager");
  }
  if (kind === "change")
    return (
      !["closed", "cancelled"].includes(record.state) &&
      hasRole(me, "agent", "major-incident-manager", "problem-manager", "change-manager")
    );
  return record.state === "in_fulfilment" && fulfils(record as RecordOf["item"], me);
};

/** Whether more tasks may be added by this person now. */
export const mayAdd = <K extends Kind>(kind: K, record: RecordOf[K], me: Me): boolean =>
  worksOn(kind, record, me) && (kind !== "change" || isPlanned(record as RecordOf["change"]));

/** What this person can do to a task now, what comes next first. */
export const verbsOf = <K extends Kind>(
  kind: K,
  record: RecordOf[K],
  task: Task,
  me: Me,
): readonly Verb[] => {
  if (!worksOn(kind, record, me)) return [];
  if (kind === "change") return ofChange(record as RecordOf["change"], task, me);
  return kind === "item" ? ofItem(task, me) : ofOpenRecord(record, task, me);
};
