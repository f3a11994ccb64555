import type { ApiProblem } from "../../api/problem.ts";

/** A form whose value has the shape of a request's body, or a part of one: what is typed, and how it is changed. */
export type Bound<T> = {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly problem: ApiProblem | undefined;
  /** Where this part is in the body, with a dot behind it: `approval.steps.0.` */
  readonly path?: string | undefined;
};

type Key<T> = keyof T & string;
type Common = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name: string;
  readonly problem: ApiProblem | undefined;
};

const put = <T extends object>({ value, set }: Bound<T>, name: string, next: unknown): void =>
  set({ ...value, [name]: next });

const common = <T>({ path = "", problem }: Bound<T>, name: string, label: string, hint?: string): Common => ({
  label,
  hint,
  name: `${path}${name}`,
  problem,
});

/** Properties of a field of text, a choice or a record; an empty one is left out of the body. */
export const textOf = <T extends object>(form: Bound<T>, name: Key<T>, label: string, hint?: string) => ({
  ...common(form, name, label, hint),
  value: String(form.value[name] ?? ""),
  onChange: (text: string) => put(form, name, text === "" ? undefined : text),
});

/** Properties of a field of a number, or of a choice of numbers. */
export const numberOf = <T extends object>(form: Bound<T>, name: Key<T>, label: string, hint?: string) => ({
  ...textOf(form, name, label, hint),
  onChange: (text: string) => put(form, name, text === "" ? undefined : Number(text)),
});

/** Properties of a field of several. */
export const severalOf = <T extends object>(form: Bound<T>, name: Key<T>, label: string, hint?: string) => ({
  ...common(form, name, label, hint),
  value: (form.value[name] ?? []) as readonly string[],
  onChange: (values: readonly string[]) => put(form, name, values),
});

/** Properties of a switch. */
export const toggleOf = <T extends object>(form: Bound<T>, name: Key<T>, label: string) => ({
  ...common(form, name, label),
  value: form.value[name] === true,
  onChange: (on: boolean) => put(form, name, on),
});

/** Properties of a field whose value is what the body has there, such as an amount of money. */
export const wholeOf = <T extends object, K extends Key<T>>(form: Bound<T>, name: K, label: string) => ({
  ...common(form, name, label),
  value: form.value[name],
  onChange: (next: T[K] | undefined) => put(form, name, next),
});

/** A part of the form as a form of its own. */
export const partOf = <T extends object, K extends Key<T>>(
  form: Bound<T>,
  name: K,
): Bound<NonNullable<T[K]>> => ({
  value: (form.value[name] ?? {}) as NonNullable<T[K]>,
  set: (next) => put(form, name, next),
  problem: form.problem,
  path: `${form.path ?? ""}${name}.`,
});

/** A list of the form, whose rows are forms of their own. */
export const rowsOf = <T extends object, R>(form: Bound<T>, name: Key<T>): Bound<readonly R[]> => ({
  value: (form.value[name] ?? []) as readonly R[],
  set: (next) => put(form, name, next),
  problem: form.problem,
  path: `${form.path ?? ""}${name}.`,
});

/** One row of a list as a form. */
export const rowAt = <R>(rows: Bound<readonly R[]>, at: number, row: R): Bound<R> => ({
  value: row,
  set: (next) => rows.set(rows.value.map((each, other) => (other === at ? next : each))),
  problem: rows.problem,
  path: `${rows.path ?? ""}${at}.`,
});

const isNothing = (value: unknown): boolean =>
  value === undefined || value === "" || (typeof value === "string" && value.trim() === "");

/** What is typed as the API takes it: without what is empty, at any depth; lists stay, also empty ones. */
export const withoutEmpty = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(withoutEmpty) as T;
  if (typeof value === "string") return value.trim() as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isNothing(each))
      .map(([name, each]) => [name, withoutEmpty(each)]),
  ) as T;
};
