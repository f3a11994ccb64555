import type { Import } from "../ci-import.ts";
import type { Source } from "../ci-source.ts";
import type { PlacedRow } from "../decisions/plan-cis.ts";
import { keyByName } from "../decisions/said.ts";
import { type Mapping, mapped } from "../import-mapping.ts";
import type { Row, Unread } from "../import-row.ts";
import type { ConfigurationContext } from "../table.ts";
import { readContent } from "./read-content.ts";

/** The rows of one chunk in our words, with their places. */
export const rowsOfChunk = async (
  { id, format, chunks }: Import,
  number: number,
  mapping: Mapping,
  { imports }: Pick<ConfigurationContext, "imports">,
): Promise<readonly PlacedRow<Row | Unread>[]> => {
  const name = chunks[number - 1]?.place ?? "";
  const [part] = await imports.parts([{ id, name }]);
  const read = readContent(format, String(part?.value.content ?? ""));
  if ("problem" in read) throw new Error(`Chunk ${number} of ${id} was readable once: ${read.problem}`);
  return read.map((each) => ({ row: `${number}.${each.number}`, content: mapped(each.row, mapping) }));
};

const keyOf = (content: Row | Unread): string | undefined => {
  if (content.kind !== "ci") return undefined;
  if (content.key !== undefined) return content.key;
  return content.values.name === undefined ? undefined : keyByName(content.className, content.values.name);
};

/** How a relation is named, in the source's words. */
const nameOf = (from: string, type: string, to: string): string => `${from}\n${type}\n${to}`;

/** What an import as a whole says, besides its single rows. */
export type Survey = {
  /** Rows that are about the same thing as an earlier one, with that one. */
  readonly repeats: ReadonlyMap<string, string>;
  /** Whether a row is about what the source calls so. */
  readonly isImported: (key: string) => boolean;
  /** Whether a row relates the two so, each by one of the names that the source or we have for it. */
  readonly isNamed: (from: readonly string[], type: string, to: readonly string[]) => boolean;
  /** CIs whose relations it tells all of: the source's names for them, by the first row that is about each. */
  readonly listed: ReadonlyMap<string, string>;
};

/** Looks through all rows of an import. What relations it names is remembered only where its source tells all of them. */
export const survey = async (
  imported: Import,
  { mapping, relationsAre }: Pick<Source, "mapping" | "relationsAre">,
  context: Pick<ConfigurationContext, "imports">,
): Promise<Survey> => {
  const first = new Map<string, string>();
  const repeats = new Map<string, string>();
  const gone = new Set<string>();
  const firstFrom = new Map<string, string>();
  const named = new Set<string>();
  for (const at of imported.chunks.keys())
    for (const { row, content } of await rowsOfChunk(imported, at + 1, mapping, context)) {
      if (content.kind === "relation" && relationsAre === "complete") {
        named.add(nameOf(content.from, content.type, content.to));
        if (!firstFrom.has(content.from)) firstFrom.set(content.from, row);
      }
      const key = keyOf(content);
      if (key === undefined) continue;
      if (content.kind === "ci" && content.isGone) gone.add(key);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else repeats.set(row, earlier);
    }
  const listed = [...(first.size > 0 ? first : firstFrom)].filter(([key]) => !gone.has(key));
  return {
    repeats,
    isImported: (key) => first.has(key),
    isNamed: (from, type, to) => from.some((one) => to.some((other) => named.has(nameOf(one, type, other)))),
    listed: new Map(listed.map(([key, row]) => [row, key])),
  };
};
