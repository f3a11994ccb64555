import { newUid, type Row, type TypedField, type TypedSection } from "./typed-item.ts";

export const replaced = <R extends Row>(rows: readonly R[], row: R): readonly R[] =>
  rows.map((each) => (each.uid === row.uid ? row : each));

export const without = <R extends Row>(rows: readonly R[], uid: string): readonly R[] =>
  rows.filter((each) => each.uid !== uid);

export const insertedAfter = <R extends Row>(rows: readonly R[], uid: string, row: R): readonly R[] =>
  rows.flatMap((each) => (each.uid === uid ? [each, row] : [each]));

/** A row so many places further down, or up; as far as there are places. */
export const moved = <R extends Row>(rows: readonly R[], uid: string, by: number): readonly R[] => {
  const at = rows.findIndex((each) => each.uid === uid);
  const to = Math.max(0, Math.min(rows.length - 1, at + by));
  return at < 0 ? rows : without(rows, uid).toSpliced(to, 0, ...rows.slice(at, at + 1));
};

const uidsIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = "uid" in value ? [String(value.uid)] : [];
  return [...own, ...Object.values(value).flatMap(uidsIn)];
};

const renamed = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, names)]));
};

/** A row and all rows in it once more: what refers to one of them refers to its copy, other rows are meant as before. */
export const copyOf = <R extends Row>(row: R, more: Partial<R> = {}): R => {
  const names = new Map(uidsIn(row).map((uid) => [uid, newUid()] as const));
  return { ...(renamed(row, names) as R), ...more };
};

/** A copy of a section; its fields get names of their own. */
export const copyOfSection = (section: TypedSection, title: string): TypedSection => {
  const copy = copyOf(section, { key: "", title });
  return { ...copy, fields: copy.fields.map((field) => ({ ...field, key: "" })) };
};

/**
 * A field one place up or down. At the edge of its section it goes to the neighbouring one, so that a form can be
 * put in any order by two buttons.
 */
export const movedField = (
  sections: readonly TypedSection[],
  uid: string,
  by: -1 | 1,
): readonly TypedSection[] => {
  const s = sections.findIndex(({ fields }) => fields.some((each) => each.uid === uid));
  const section = sections[s];
  const at = section?.fields.findIndex((each) => each.uid === uid) ?? -1;
  const field = section?.fields[at];
  if (section === undefined || field === undefined) return sections;
  if (section.fields[at + by] !== undefined)
    return replaced(sections, { ...section, fields: moved(section.fields, uid, by) });
  const next = sections[s + by];
  if (next === undefined) return sections;
  const fields: readonly TypedField[] = by < 0 ? [...next.fields, field] : [field, ...next.fields];
  const left = { ...section, fields: without(section.fields, uid) };
  return replaced(replaced(sections, left), { ...next, fields });
};
