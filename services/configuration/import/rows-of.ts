import type { Import } from "../ci-import.ts";
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

/** Which rows are about the same thing as an earlier one of the same import, and what its rows are about. */
export const repeatsIn = async (
  imported: Import,
  mapping: Mapping,
  context: Pick<ConfigurationContext, "imports">,
): Promise<{
  readonly repeats: ReadonlyMap<string, string>;
  readonly isImported: (key: string) => boolean;
}> => {
  const first = new Map<string, string>();
  const repeats = new Map<string, string>();
  for (const at of imported.chunks.keys())
    for (const { row, content } of await rowsOfChunk(imported, at + 1, mapping, context)) {
      const key = keyOf(content);
      if (key === undefined) continue;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else repeats.set(row, earlier);
    }
  return { repeats, isImported: (key) => first.has(key) };
};
