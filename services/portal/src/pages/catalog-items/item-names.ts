import { fieldsIn, type Row, type TypedItem } from "./typed-item.ts";

/** What of an item has a name in data. */
type Naming = Row & { readonly key: string; readonly text: string };

/** Words as a name: Größe in cm → grosse_in_cm. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, 36)
    .replaceAll(/^_+|_+$/g, "");

/** Names of fields, sections, steps and parts begin with a letter. */
const keyOf = (text: string): string => slugOf(text).replace(/^[\d_]+/, "");

const named = (
  rows: readonly Naming[],
  from: (text: string) => string,
  otherwise: string,
): readonly (readonly [string, string])[] => {
  const taken = new Set(rows.map(({ key }) => key));
  return rows.map(({ uid, key, text }) => {
    if (key !== "") return [uid, key];
    const base = from(text) || otherwise;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    return [uid, name];
  });
};

/** The name in data of every section, field, choice, step and part, by their `uid`; those that were not given follow the words. */
export const namesIn = ({ form, fulfilment, bundle }: TypedItem): ReadonlyMap<string, string> =>
  new Map([
    ...named(
      form.sections.map(({ uid, key, title }) => ({ uid, key, text: title })),
      keyOf,
      "section",
    ),
    ...named(
      fieldsIn({ form }).map(({ uid, key, label }) => ({ uid, key, text: label })),
      keyOf,
      "field",
    ),
    ...fieldsIn({ form }).flatMap(({ choices }) =>
      named(
        choices.map(({ uid, value, label }) => ({ uid, key: value, text: label })),
        slugOf,
        "choice",
      ),
    ),
    ...named(
      fulfilment.map(({ uid, key, title }) => ({ uid, key, text: title })),
      keyOf,
      "step",
    ),
    ...named(
      bundle.map(({ uid, key, catalogItemId }) => ({ uid, key, text: catalogItemId })),
      keyOf,
      "part",
    ),
  ]);
