import {
  type CiRow,
  ciRow,
  type Numbered,
  type RelationRow,
  relationRow,
  type Unread,
} from "../import-row.ts";

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const firstOf = (object: Json, names: readonly string[]): unknown =>
  names.map((name) => object[name]).find((value) => value !== undefined && value !== null && value !== "");

/** The names under which exports of the field's tools have these. */
const names = {
  key: ["key", "id"],
  className: ["class", "classId", "type", "kind"],
  from: ["from", "source"],
  to: ["to", "target", "toId"],
  relation: ["relation", "type", "typeId"],
};
const own = new Set([...names.key, ...names.className, "attributes"]);

const says = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

const textOf = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

const thing = (node: unknown): CiRow | Unread => {
  if (!isJson(node)) return { kind: "unread", problem: "row: Not an object" };
  const named = Object.entries(node).filter(([name, value]) => !own.has(name) && says(value));
  const nested = isJson(node.attributes) ? Object.entries(node.attributes).filter(([, v]) => says(v)) : [];
  const key = textOf(firstOf(node, names.key));
  return ciRow({
    key,
    className: firstOf(node, names.className),
    values: Object.fromEntries([...named, ...nested]),
  });
};

const relation = (edge: unknown): RelationRow | Unread =>
  isJson(edge)
    ? relationRow({
        from: textOf(firstOf(edge, names.from)),
        type: firstOf(edge, names.relation),
        to: textOf(firstOf(edge, names.to)),
        weight: edge.weight ?? undefined,
        group: edge.group ?? undefined,
      })
    : { kind: "unread", problem: "row: Not an object" };

const listIn = (document: unknown, lists: readonly string[]): readonly unknown[] => {
  if (!isJson(document)) return [];
  const found = lists.map((name) => document[name]).find(Array.isArray);
  return (found as readonly unknown[] | undefined) ?? [];
};

/**
 * A graph as JSON: things under `cis`, `items` or `nodes`, relations under `relations` or `edges`; or a list of
 * things only. A thing has `key` (or `id`), `class` (or `type`), and whatever else it has are attributes, also
 * those under `attributes`. Things come first, so a relation's number is behind theirs.
 */
export const readJson = (document: unknown): readonly Numbered[] => {
  const things = Array.isArray(document) ? document : listIn(document, ["cis", "items", "nodes"]);
  const relations = listIn(document, ["relations", "edges"]);
  return [...things.map(thing), ...relations.map(relation)].map((row, at) => ({ number: at + 1, row }));
};
