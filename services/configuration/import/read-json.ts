import { Redundancy } from "../ci.ts";
import { redundancyTexts } from "../decisions/redundancy-texts.ts";
import { factNames, groupsFact } from "../decisions/said.ts";
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

const exported = new Set<string>([...names.key, ...names.className, ...factNames, "attributes"]);

/**
 * A CI of our own export says besides facts and attributes who knows it, since when and by whose word: of that it
 * is not for a source to tell.
 */
const told = (node: Json): Json =>
  Array.isArray(node.classPath)
    ? Object.fromEntries(Object.entries(node).filter(([name]) => exported.has(name)))
    : node;

/** `{ group, needed }`, as the API has redundancy, in the words of a table. */
const groupText = (group: unknown): unknown => {
  if (!isJson(group)) return group;
  const { data } = Redundancy.safeParse(group);
  return data ? redundancyTexts([data])[0] : JSON.stringify(group);
};

const valueIn = (name: string, value: unknown): unknown =>
  name === groupsFact && Array.isArray(value) ? value.map(groupText) : value;

/** Relations that stand in the thing that they are from. */
const relationsIn = (node: unknown): readonly Json[] =>
  isJson(node) && Array.isArray(node.relations)
    ? node.relations.filter(isJson).map((each) => ({ ...each, from: firstOf(node, names.key) }))
    : [];

const thing = (given: unknown): CiRow | Unread => {
  if (!isJson(given)) return { kind: "unread", problem: "row: Not an object" };
  const node = told(given);
  const isNested = relationsIn(given).length > 0;
  const named = Object.entries(node)
    .filter(([name, value]) => !own.has(name) && says(value) && !(isNested && name === "relations"))
    .map(([name, value]) => [name, valueIn(name, value)] as const);
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
 * those under `attributes`. Relations may stand in the thing that they are from, too. Things come first, so a
 * relation's number is behind theirs. What `GET /ci-export` answers is such a graph.
 */
export const readJson = (document: unknown): readonly Numbered[] => {
  const things = Array.isArray(document) ? document : listIn(document, ["cis", "items", "nodes"]);
  const relations = listIn(document, ["relations", "edges"]);
  const nested = things.flatMap(relationsIn);
  const rows = [...things.map(thing), ...[...relations, ...nested].map(relation)];
  return rows.map((row, at) => ({ number: at + 1, row }));
};
