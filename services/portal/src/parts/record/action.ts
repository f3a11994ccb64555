import type { Route } from "../../api/request.ts";
import type { FieldSpec } from "../form/field-spec.ts";

/** Something that can be done to a record when its `actions` (as the API answers them) allow it. */
export type Action<T> = {
  /** Name in the record's `actions`. */
  readonly action: string;
  readonly text: string;
  /** Such as `POST /incidents/{incidentId}/resolve`. */
  readonly route: Route;
  /** Asked for first; an action without fields is done at once. */
  readonly fields?: readonly FieldSpec[] | ((record: T) => readonly FieldSpec[]);
  /** Asked about first although there is nothing to fill in, because of what it does; `lead` says what that is. */
  readonly isAsked?: boolean;
  /** Said above the fields: what it means for others. */
  readonly lead?: string;
  /** What was entered as the request's body, where it is not just the fields. */
  readonly body?: (entered: Record<string, unknown>, record: T) => unknown;
  /** Shown as a button of its own instead of in the list. */
  readonly isPrimary?: boolean;
  /** In the list of actions it stands with others of this name. */
  readonly group?: string;
  /** A key that does it, such as `a`. */
  readonly key?: string;
};

/** The record's fields that this part looks at. */
export type Acted = {
  readonly id: string;
  /** What the change is meant for; without it the record's state alone is the guard. */
  readonly version?: number | undefined;
  readonly actions?: readonly string[] | undefined;
};

/** Those of the known actions that the record allows now, in the order of the page. */
export const allowedOf = <T extends Acted>(record: T, actions: readonly Action<T>[]): readonly Action<T>[] =>
  actions.filter(({ action }) => record.actions?.includes(action));

export const fieldsOf = <T>({ fields = [] }: Action<T>, record: T): readonly FieldSpec[] =>
  typeof fields === "function" ? fields(record) : fields;

/** The one parameter of the route's path: `incidentId`. */
export const parameterOf = (route: string): string => /\{(\w+)\}/.exec(route)?.[1] ?? "";

export type ActionItem =
  | { readonly id: string; readonly text: string }
  | { readonly id: string; readonly text: string; readonly items: readonly ActionItem[] };

/** Actions as a list to choose from: those without a group first, then group by group. */
export const itemsOf = <T>(actions: readonly Action<T>[]): readonly ActionItem[] => {
  const item = ({ action, text }: Action<T>): ActionItem => ({ id: action, text });
  const groups = [...new Set(actions.flatMap(({ group }) => group ?? []))];
  return [
    ...actions.filter(({ group }) => group === undefined).map(item),
    ...groups.map((text) => ({
      id: `group ${text}`,
      text,
      items: actions.filter(({ group }) => group === text).map(item),
    })),
  ];
};
