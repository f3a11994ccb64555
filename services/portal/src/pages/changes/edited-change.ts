import type { Change } from "./change-actions.ts";
import type { OpenBody } from "./open-body.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A model is chosen until somebody is asked; a standard change follows its template. */
export const mayChooseModel = ({ type, state }: Change): boolean =>
  type !== "standard" && (state === "new" || state === "assess");

/** The fields that the form edits, as the API takes them: what is empty is taken away with `null`. */
export const editedChange = (change: Change): Fields => ({
  title: change.title,
  description: change.description ?? null,
  justification: change.justification ?? null,
  category: change.category ?? null,
  impact: change.impact,
  priority: change.priority ?? null,
  serviceId: change.serviceId ?? null,
  ciIds: change.ciIds,
  teamId: change.teamId ?? null,
  assigneeId: change.assigneeId ?? null,
  plannedStart: change.plannedStart ?? null,
  plannedEnd: change.plannedEnd ?? null,
  plans: change.plans,
  parentId: change.parentId ?? null,
  comesAfter: change.comesAfter ?? null,
  modifications: change.modifications ?? null,
  ...(mayChooseModel(change) ? { modelId: change.modelId ?? null } : {}),
});

const plansOf = (plans: OpenBody["plans"] = {}): Fields =>
  Object.fromEntries(Object.entries(plans).filter(([, text]) => text !== undefined && text !== ""));

/** Nothing in it is nothing: a list of changes that come before, what the CMDB will say. */
const isNothing = (field: string, value: unknown): boolean => {
  if (field === "comesAfter") return Array.isArray(value) && value.length === 0;
  if (field !== "modifications" || value === undefined) return false;
  const { cis = [], relations = [] } = value as NonNullable<OpenBody["modifications"]>;
  return cis.length + relations.length === 0;
};

/** What was typed: what is empty stands as `null`, so that it is taken away and not left as it was. */
export const typedEdit = (before: Fields, typed: OpenBody): Fields =>
  Object.fromEntries(
    Object.keys(before).map((field) => {
      if (field === "plans") return [field, plansOf(typed.plans)];
      const value = typed[field as keyof OpenBody];
      return [field, isNothing(field, value) ? null : (value ?? null)];
    }),
  );

/** The same as the form shows it: what is taken away is not there. */
export const shownEdit = (yours: Fields): OpenBody =>
  Object.fromEntries(Object.entries(yours).filter(([, value]) => value !== null)) as OpenBody;

/** What people approved: changing it after the work began is refused, before that it voids their approval. */
export const scope: readonly string[] = [
  "title",
  "impact",
  "serviceId",
  "ciIds",
  "plannedStart",
  "plannedEnd",
  "plans",
  "modifications",
];

const editable: readonly Change["state"][] = ["new", "assess", "authorize", "scheduled", "implement"];

export const isEditable = ({ state }: Change): boolean => editable.includes(state);
