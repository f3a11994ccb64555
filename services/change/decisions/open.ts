import * as z from "zod";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { changeFields, ModelId, TemplateId } from "../change-fields.ts";
import { ChangeType } from "../change-type.ts";
import { ChangeOpened } from "../events.ts";
import type { ChangeTask, TaskPlan } from "../task.ts";
import { fixedIn, type Usable } from "../template.ts";
import { type Circumstances, happened, invalid, modelOf } from "./command.ts";
import { mustBeItsOwn } from "./modify.ts";
import { mustFit, placed } from "./place-tasks.ts";
import { mustBeWindow } from "./window.ts";

export const OpenChange = z.strictObject({
  ...changeFields,
  title: changeFields.title.optional().describe("That of the template unless given"),
  impact: changeFields.impact.unwrap().optional(),
  type: ChangeType.optional().describe("That of the model; standard with a template; normal otherwise"),
  modelId: ModelId.optional(),
  templateId: TemplateId.optional().describe("A standard change is made from one"),
});
export type OpenChange = z.infer<typeof OpenChange>;

/** The type that a request for a change asks for, by its template, its model or by name. */
export const typeOf = ({ type, templateId }: OpenChange, on: Pick<Circumstances, "model">): ChangeType => {
  if (templateId !== undefined && type !== undefined && type !== "standard")
    throw invalid("body.type", "What is made from a template is a standard change");
  if (on.model && type !== undefined && on.model.type !== type)
    throw invalid("body.type", `The model is for ${on.model.type} changes`);
  const wanted = type ?? on.model?.type ?? (templateId === undefined ? "normal" : "standard");
  if (wanted === "standard" && templateId === undefined)
    throw new Refusal("rule_violation", undefined, [
      { path: "body.templateId", message: "A standard change is made from an approved template" },
    ]);
  return wanted;
};

/**
 * The work that a model or template brings, in the window where there is one already; `known`: so many tasks are
 * there before it, which it does not depend on.
 */
export const tasksOf = (
  plans: readonly TaskPlan[],
  window: Pick<Partial<Change>, "plannedStart" | "plannedEnd">,
  more: Pick<ChangeTask, "modelId"> = {},
  known = 0,
): ChangeTask[] => {
  const after = (id: string): string => String(Number(id) + known);
  const tasks = plans.map((plan, at) => {
    const dependsOn = plan.dependsOn && { dependsOn: plan.dependsOn.map(after) };
    const task = { ...plan, ...dependsOn, ...more, id: String(known + at + 1), state: "open" as const };
    return placed(task, {}, window);
  });
  mustFit(tasks, window);
  return tasks;
};

/** What the template fixes may not be said otherwise. */
const refuseLocked = (body: OpenChange, template: Usable): void => {
  const said = fixedIn(template).filter((field) => {
    const value = body[field];
    return value !== undefined && !isSame(value, template.fields[field]);
  });
  const told = said.filter((field) => !isSame(body[field], emptyOf[field]));
  if (told.length === 0) return;
  const violations = told.map((field) => ({ path: `body.${field}`, message: "The template fixes this" }));
  throw new Refusal("rule_violation", undefined, violations);
};
const emptyOf: Partial<Record<string, unknown>> = { ciIds: [], plans: {}, links: [] };

const isSaid = (field: string, value: unknown): boolean =>
  value !== undefined && !isSame(value, emptyOf[field]);

/** A change as asked for, with what the template says where nothing else is said. */
const filledIn = (body: OpenChange, template: Usable | undefined): Omit<OpenChange, "type"> => {
  const { type: _type, ...said } = body;
  if (!template) return said;
  refuseLocked(body, template);
  const own = Object.fromEntries(Object.entries(said).filter(([field, value]) => isSaid(field, value)));
  return { links: [], ciIds: [], plans: {}, ...template.fields, ...own };
};

/** Somebody wants to change something. */
export const openChange = (
  id: string,
  body: OpenChange,
  on: Circumstances,
  template?: Usable,
): Decision<Change> => {
  const type = typeOf(body, on);
  const said = filledIn(body, template);
  const { title } = said;
  if (title === undefined) throw invalid("body.title", "Say what is to be changed");
  mustBeWindow(said);
  mustBeItsOwn(said);
  const { actor, now } = on;
  const changes: Partial<Change> = {
    ...said,
    title,
    impact: said.impact ?? 3,
    type,
    templateEdition: template?.edition,
    requesterId: said.requesterId ?? actor.id,
    state: "new",
    openedBy: actor.id,
    openedAt: now,
    tasks: template
      ? tasksOf(template.tasks, said)
      : tasksOf(modelOf({ type }, on).tasks, said, body.modelId ? { modelId: body.modelId } : {}),
  };
  return [happened(ChangeOpened, { id } as Change, changes, {})];
};
