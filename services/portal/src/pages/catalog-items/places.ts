import type { Problem } from "../../api/problem.ts";
import type { Row, TypedItem } from "./typed-item.ts";

type Violation = NonNullable<Problem["violations"]>[number];

/** Something wrong with what is written: at a row by its `uid` (none: the item itself), and there at a field. */
export type Fault = { readonly uid: string; readonly name: string; readonly message: string };

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && "uid" in value && typeof value.uid === "string";

const childOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/**
 * The row and the field that a place of a sent body means: `form.sections.0.fields.2.choices.1.label`. A row keeps
 * its fault when it is moved afterwards.
 */
export const placeOf = (item: TypedItem, path: string): Pick<Fault, "uid" | "name"> => {
  let node: unknown = item;
  let uid = "";
  let name: string[] = [];
  for (const part of path.split(".")) {
    node = childOf(node, part);
    if (isRow(node)) [uid, name] = [node.uid, []];
    else name = [...name, part];
  }
  return { uid, name: name.join(".") };
};

/** What the API refuses of an item as it was sent. */
export const placed = (item: TypedItem, violations: readonly Violation[] = []): readonly Fault[] =>
  violations.map(({ path, message }) => ({
    ...placeOf(item, path.replace(/^body\.(item\.)?/, "")),
    message,
  }));

/** What is said at a field, or at something within it that has no field of its own. */
export const faultAt = (faults: readonly Fault[], uid: string, name: string): string | undefined =>
  faults.find((fault) => fault.uid === uid && (fault.name === name || fault.name.startsWith(`${name}.`)))
    ?.message;

const rowIn = (value: unknown, uid: string): Row | undefined => {
  if (isRow(value) && value.uid === uid) return value;
  if (typeof value !== "object" || value === null) return undefined;
  for (const each of Object.values(value)) {
    const found = rowIn(each, uid);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The rows that a row stands in, and itself. */
export const rowsAround = (value: unknown, uid: string): readonly string[] => {
  if (typeof value !== "object" || value === null || rowIn(value, uid) === undefined) return [];
  const own = isRow(value) ? [value.uid] : [];
  return [...own, ...Object.values(value).flatMap((each) => rowsAround(each, uid))];
};

/** The parts that an item is written in. */
export const parts = ["about", "form", "approvals", "fulfilment", "bundle"] as const;
export type Part = (typeof parts)[number];

const lists: Readonly<Record<Exclude<Part, "about">, (item: TypedItem) => unknown>> = {
  form: ({ form }) => form,
  approvals: ({ approvals, autoApprove }) => [approvals, autoApprove],
  fulfilment: ({ fulfilment }) => fulfilment,
  bundle: ({ bundle }) => bundle,
};

/** The part of an item in which a fault is to be found. */
export const partOf = (item: TypedItem, { uid, name }: Fault): Part => {
  const [first = ""] = name.split(".");
  if (uid === "")
    return first === "autoApprove" ? "approvals" : (parts.find((each) => each === first) ?? "about");
  return parts.find((part) => part !== "about" && rowIn(lists[part](item), uid) !== undefined) ?? "about";
};

const saidOf = (row: Row | undefined): string => {
  const said = ["label", "title", "name", "reason", "catalogItemId"].map((name) => childOf(row, name));
  return said.find((each): each is string => typeof each === "string" && each !== "") ?? "";
};

/** What a row is called by people; one without words by the row that it stands in. */
export const wordsOfRow = (item: TypedItem, uid: string): string =>
  rowsAround(item, uid)
    .toReversed()
    .map((each) => saidOf(rowIn(item, each)))
    .find((words) => words !== "") ?? "";
