import { createHash } from "node:crypto";
import type { RelationRow } from "../import-row.ts";
import type { ConfigurationContext } from "../table.ts";

/** A relation that a source told of before one of its ends, and the row of the import that did. */
export type Waiting = {
  readonly importId: string;
  readonly row: string;
  readonly content: RelationRow;
};

/** Under the name that it is kept by. */
export type Kept = Waiting & { readonly name: string };

type Needed = Pick<ConfigurationContext, "sheets">;

const shelf = (sourceId: string): string => `WAITING#${sourceId}`;
const all = "FOR#";

/** Keys may be longer than names, and may be anything. */
const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
const prefixFor = (missing: string): string => `${all}${digest(missing)}#`;

/** Said again it is the same one, with what was said last. */
export const waitingName = (missing: string, { from, type, to }: RelationRow): string =>
  prefixFor(missing) + digest([from, type, to].join("\n"));

/** Keeps relations until the source tells of what they wait for, for as long as results are kept. */
export const keepWaiting = async (
  found: readonly { readonly missing: string; readonly waiting: Waiting }[],
  sourceId: string,
  { sheets }: Needed,
): Promise<void> => {
  for (const { missing, waiting } of found)
    await sheets.put(shelf(sourceId), waitingName(missing, waiting.content), waiting);
};

/** So many at a time, from behind one on: of all that wait, or of those that wait for one CI. */
export const nextWaiting = async (
  sourceId: string,
  {
    most,
    behind,
    missing,
  }: { readonly most: number; readonly behind?: string | undefined; readonly missing?: string },
  { sheets }: Needed,
): Promise<readonly Kept[]> => {
  const found: Kept[] = [];
  const prefix = missing === undefined ? all : prefixFor(missing);
  for await (const { name, value } of sheets.all<Waiting>(shelf(sourceId), prefix, behind)) {
    found.push({ ...value, name });
    if (found.length === most) break;
  }
  return found;
};

export const forgetWaiting = async (
  names: readonly string[],
  sourceId: string,
  { sheets }: Needed,
): Promise<void> => {
  for (const name of names) await sheets.remove(shelf(sourceId), name);
};

/** An import is taken back, and with it what it told of and nobody has made yet. */
export const forgetOf = async (importId: string, sourceId: string, context: Needed): Promise<void> => {
  for await (const { name, value } of context.sheets.all<Waiting>(shelf(sourceId), all))
    if (value.importId === importId) await forgetWaiting([name], sourceId, context);
};
