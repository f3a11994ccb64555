import type { Route } from "../../api/request.ts";
import { myId } from "../../session/me.ts";
import { enteredOf, type FieldSpec } from "../form/field-spec.ts";
import type { Acted, Action } from "../record/action.ts";
import type { Kind, Task, Verb } from "./task.ts";
import { taskTexts as texts } from "./texts.ts";

/** A task as something that is acted on: the record it is part of says where, `actions` what of it now. */
export type ActedTask = Acted & { readonly task: Task; readonly all: readonly Task[] };

const paths: Readonly<Record<Kind, string>> = {
  incident: "/incidents/{incidentId}",
  problem: "/problems/{problemId}",
  change: "/changes/{changeId}",
  item: "/request-items/{requestItemId}",
};

const routeOf = (kind: Kind, verb?: string): Route =>
  `POST ${paths[kind]}/tasks${verb === undefined ? "" : `/${verb}`}` as Route;

const kinds = ["preparation", "implementation", "test", "backout", "communication", "follow_up"];

const saying = (name: "outcome" | "why", isRequired: boolean): FieldSpec => ({
  name: "outcome",
  label: texts[name],
  kind: "paragraph",
  isRequired,
});

const who = ({ teamId = "", assigneeId = "" }: Partial<Task>): readonly FieldSpec[] => [
  { name: "teamId", label: texts.team, kind: "team", initial: teamId },
  { name: "assigneeId", label: texts.person, kind: "person", initial: assigneeId },
];

const others = (name: string, all: readonly Task[], chosen: readonly string[]): readonly FieldSpec[] =>
  all.length === 0
    ? []
    : [
        {
          name,
          label: texts.dependsOn,
          hint: texts.dependsOnHint,
          kind: "choices",
          choices: all.map(({ id, title }) => ({ value: id, text: `${shortId(id)}. ${title}` })),
          initial: enteredOf(chosen),
        },
      ];

/** A task's number within its record: `2` of `SCTASK0000001-2`. */
export const shortId = (id: string): string => id.slice(id.lastIndexOf("-") + 1);

const words = (task: Partial<Task>): readonly FieldSpec[] => [
  { name: "title", label: texts.title, kind: "text", isRequired: true, initial: task.title ?? "" },
  { name: "description", label: texts.description, kind: "paragraph", initial: task.description ?? "" },
];

const kindOf = (task: Partial<Task>): FieldSpec => ({
  name: "kind",
  label: texts.kind,
  kind: "choice",
  isRequired: true,
  initial: task.kind ?? "implementation",
  choices: kinds.map((value) => ({ value })),
});

/** What a task of a kind of record is described by; those before it are offered as what it comes after. */
export const fieldsOfTask = (
  kind: Kind,
  task: Partial<Task>,
  before: readonly Task[],
): readonly FieldSpec[] => {
  const [team = undefined] = who(task);
  if (kind === "item")
    return [
      ...words(task),
      ...(team === undefined ? [] : [team]),
      ...others("after", before, task.after ?? []),
      { name: "hours", label: texts.hours, kind: "number" },
    ];
  return [
    ...words(task),
    ...(kind === "change" ? [kindOf(task)] : []),
    ...who(task),
    ...others("dependsOn", before, task.dependsOn ?? []),
  ];
};

const removable = ["description", "teamId", "assigneeId", "dependsOn"] as const;

/** Corrections as the API takes them: what was there and is empty now is null. */
export const correctionsOf = (entered: Readonly<Record<string, unknown>>, task: Task) => ({
  ...Object.fromEntries(
    removable
      .filter((name) => task[name] !== undefined && entered[name] === undefined)
      .map((name) => [name, null]),
  ),
  ...entered,
});

const earlier = ({ task, all }: ActedTask): readonly Task[] =>
  all.filter(({ id }) => Number(id) < Number(task.id));

const ending = (verb: "complete" | "fail" | "skip" | "cancel", isRequired: boolean) => ({
  lead: texts.lead[verb] ?? "",
  fields: [saying(verb === "complete" ? "outcome" : "why", isRequired)],
});

/** What can be done to tasks of a kind of record; each task says what of it now. */
export const taskActions = (kind: Kind): readonly Action<ActedTask>[] => {
  const isItem = kind === "item";
  const action = (
    verb: Verb,
    more: Partial<Action<ActedTask>> = {},
    path: string = verb,
  ): Action<ActedTask> => ({
    action: verb,
    text: texts.verb[verb],
    route: routeOf(kind, path),
    body: (entered, { task }) => ({ ...entered, taskId: task.id }),
    ...more,
  });
  return [
    action("retry"),
    action(
      "take",
      { body: (_, { task }) => ({ taskId: task.id, assigneeId: myId() }) },
      isItem ? "assign" : "change",
    ),
    action("start"),
    action("complete", ending("complete", false)),
    action("assign", { fields: ({ task }) => who(task) }),
    action("change", {
      fields: (acted) => fieldsOfTask(kind, acted.task, earlier(acted)),
      body: (entered, { task }) => ({ ...correctionsOf(entered, task), taskId: task.id }),
    }),
    action("fail", ending("fail", isItem)),
    action("skip", ending("skip", true)),
    action("cancel", ending("cancel", false)),
  ];
};

/** Adds a task to a record. */
export const addRoute = (kind: Kind): Route => routeOf(kind);
