import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { getByKeys } from "./get-by-keys.ts";
import type { Scope } from "./scope.ts";
import { bundleKey, entryPrefix, liveAttribute, partPrefix } from "./ties.ts";

/** The facts of a bundle by entry, and how many there are in all: more than were read where a limit said so. */
export type Bundle<T> = { readonly entries: ReadonlyMap<string, T>; readonly total: number };

/** Reads what records tied together (`RecordType.ties`); sees every write that came before. */
export type Bundles = {
  /** By name; of each about `most` entries at least, if it has so many. Bundles without entries are missing. */
  readonly read: <T>(names: readonly string[], most?: number) => Promise<ReadonlyMap<string, Bundle<T>>>;
  /** The part of a bundle that a new tie should go to. */
  readonly partFor: (name: string, entry: string) => Promise<number>;
  /** The same for many ties, whose bundles are looked at together. */
  readonly partsFor: (names: readonly string[]) => Promise<(name: string, entry: string) => number>;
};

/** As many entries of about 60 bytes as make an item that is cheap to write: 7 kB, 7 write units. */
const perPart = 100;
/** What a part of a large bundle holds nearly always: a little less than the average of all. */
const usualInPart = perPart * 0.8;

type Item = Readonly<Record<string, unknown>>;
type Key = ReturnType<typeof bundleKey>;

/** One of so many parts, always the same for an entry: for those who do not remember where they put it. */
export const spread = (entry: string, parts: number): number => {
  let hash = 2166136261;
  for (let i = 0; i < entry.length; i++) hash = Math.imul(hash ^ entry.charCodeAt(i), 16777619);
  return (hash >>> 0) % parts;
};

const beginning = (item: Item, prefix: string): readonly string[] =>
  Object.keys(item)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));

export const createBundles = ({ client, table }: Pick<Scope, "client" | "table">): Bundles => {
  const readItems = (keys: readonly Key[]) => getByKeys({ client, table }, keys, true);

  /** Further parts of those whose first one is not enough. */
  const furtherKeys = (firsts: readonly Item[], most: number): readonly Key[] =>
    firsts.flatMap((item) => {
      const name = String(item.pk).slice("BUNDLE#".length);
      const missing = Math.min(most, Number(item[liveAttribute])) - beginning(item, entryPrefix).length;
      if (missing <= 0) return [];
      const parts = beginning(item, partPrefix).map(Number);
      const enough = most === Number.POSITIVE_INFINITY ? parts.length : Math.ceil(missing / usualInPart);
      return parts.slice(0, enough).map((part) => bundleKey(name, part));
    });

  const partIn = (live: number, entry: string): number =>
    live < perPart ? 0 : spread(entry, Math.ceil((live + 1) / perPart));

  return {
    read: async <T>(names: readonly string[], most = Number.POSITIVE_INFINITY) => {
      const firsts = await readItems([...new Set(names)].map((name) => bundleKey(name, 0)));
      const others = await readItems(furtherKeys(firsts, most));
      const bundles = new Map<string, { entries: Map<string, T>; total: number }>();
      for (const item of [...firsts, ...others]) {
        const name = String(item.pk).slice("BUNDLE#".length);
        const bundle = bundles.get(name) ?? {
          entries: new Map<string, T>(),
          total: Number(item[liveAttribute]),
        };
        for (const entry of beginning(item, entryPrefix))
          bundle.entries.set(entry, item[entryPrefix + entry] as T);
        bundles.set(name, bundle);
      }
      return bundles;
    },
    partFor: async (name, entry) => {
      const get = new GetCommand({ TableName: table, Key: bundleKey(name, 0) });
      const live = Number((await client.send(get)).Item?.[liveAttribute] ?? 0);
      return partIn(live, entry);
    },
    partsFor: async (names) => {
      const keys = [...new Set(names)].map((name) => bundleKey(name, 0));
      const items = await getByKeys({ client, table }, keys, false, ["pk", liveAttribute]);
      const lives = new Map(items.map(({ pk, [liveAttribute]: live }) => [String(pk), Number(live ?? 0)]));
      return (name, entry) => partIn(lives.get(bundleKey(name, 0).pk) ?? 0, entry);
    },
  };
};
