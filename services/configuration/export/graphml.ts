import type { Form } from "../../../shared/http/endpoint.ts";
import { factOf } from "../decisions/reconcile.ts";
import type { ExportedCi } from "./exported-ci.ts";

/** Characters that XML 1.0 cannot say at all, escaped or not. */
const unsayable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const escaped = (text: string): string =>
  text
    .replaceAll(unsayable, "\u{fffd}")
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => escapes[character] ?? "");

type Value = string | number | boolean | readonly string[];
type Data = Readonly<Record<string, Value | undefined>>;

const factsOf = (ci: ExportedCi): Data => {
  const { name, classId, state, criticality, description, environment, location, ownerId, teamId } = ci;
  const redundancy = factOf(ci, "redundancy");
  return {
    name,
    classId,
    state,
    criticality,
    description,
    environment,
    location,
    ownerId,
    teamId,
    redundancy,
  };
};
const attributesOf = ({ attributes }: ExportedCi): Data =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attribute.${name}`, value]));

const typeOf = (value: Value): string =>
  typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string";
const textOf = (value: Value): string => (Array.isArray(value) ? value.join("; ") : String(value));

/** One `key` per name; a name whose values are of several types is a text. */
const keysOf = (of: "node" | "edge", all: readonly Data[]): readonly string[] => {
  const types = new Map<string, string>();
  for (const data of all)
    for (const [name, value] of Object.entries(data)) {
      if (value === undefined) continue;
      const known = types.get(name);
      types.set(name, known === undefined || known === typeOf(value) ? typeOf(value) : "string");
    }
  return [...types].map(
    ([name, type]) =>
      `<key id="${of}.${escaped(name)}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"/>`,
  );
};

const dataOf = (of: "node" | "edge", data: Data): string =>
  Object.entries(data)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`<data key="${of}.${escaped(name)}">${escaped(textOf(value))}</data>`],
    )
    .join("");

/**
 * CIs and the relations that begin at them as a graph that others' tools read. CIs at the other ends that are
 * not on this page are nodes without data: the pages put together, node by node, are the whole graph.
 */
export const graphmlOf = (cis: readonly ExportedCi[]): string => {
  const nodes = cis.map((ci) => ({ id: ci.id, data: { ...factsOf(ci), ...attributesOf(ci) } }));
  const edges = cis.flatMap(({ id: fromId, relations }) =>
    relations.map(({ id, toId, typeId, weight, group }) => ({
      id,
      fromId,
      toId,
      data: { typeId, weight, group },
    })),
  );
  const there = new Set(nodes.map(({ id }) => id));
  const others = [...new Set(edges.map(({ toId }) => toId))].filter((id) => !there.has(id));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf(
      "node",
      nodes.map(({ data }) => data),
    ),
    ...keysOf(
      "edge",
      edges.map(({ data }) => data),
    ),
    '<graph id="cmdb" edgedefault="directed">',
    ...nodes.map(({ id, data }) => `<node id="${id}">${dataOf("node", data)}</node>`),
    ...others.map((id) => `<node id="${id}"/>`),
    ...edges.map(
      ({ id, fromId, toId, data }) =>
        `<edge id="${id}" source="${fromId}" target="${toId}">${dataOf("edge", data)}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
};

export const graphml: Form = {
  type: "application/graphml+xml",
  ending: "graphml",
  description:
    "GraphML 1.0: CIs as nodes, the relations that begin at them as edges. CIs of other pages are nodes without data",
  write: (page) => graphmlOf((page as { readonly items: readonly ExportedCi[] }).items),
};
