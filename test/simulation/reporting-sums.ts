import { type Count, whole } from "../../shared/dynamo/measured.ts";
import type { StoredItem } from "../bed/stored-items.ts";

/** What records of a kind count in, by record. */
export type CountsOf = { readonly kind: string; readonly id: string; readonly counts: readonly Count[] };

const placesOf = ({ by }: Count): readonly (readonly string[])[] => [[whole, whole], ...Object.entries(by)];

/** Every amount that some counts add up to, by a name that says of what; without those that are nothing. */
export const sumsOf = (all: readonly CountsOf[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { kind, counts } of all)
    for (const count of counts)
      for (const place of placesOf(count))
        for (const [name, amount] of [["", 1] as const, ...Object.entries(count.sums ?? {})]) {
          const figure = name === "" ? count.figure : `${count.figure}.${name}`;
          const of = [kind, count.isStock === true, count.at.slice(0, 10), ...place, count.level, figure];
          const key = JSON.stringify(of);
          sums.set(key, (sums.get(key) ?? 0) + amount);
        }
  return sums;
};

/** The same, as the cells of a table say it: the items of a cell together. */
export const storedSums = (items: readonly StoredItem[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { pk, ...item } of items) {
    const [place, kind, dimension] = pk.split("#");
    if (place !== "FLOW" && place !== "STOCK") continue;
    for (const [name, amount] of Object.entries(item).filter(([attribute]) => attribute.startsWith("a#"))) {
      const of = [kind, place === "STOCK", item.day, dimension, item.value, item.level, name.slice(2)];
      const key = JSON.stringify(of);
      sums.set(key, (sums.get(key) ?? 0) + Number(amount));
    }
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0));
};

/** The names of all members of lists that some counts have, and of those that a table has. */
export const membersOf = (all: readonly CountsOf[]): readonly string[] =>
  all
    .flatMap(({ kind, id, counts }) =>
      counts.flatMap((count) =>
        placesOf(count).map(([dimension]) =>
          JSON.stringify([kind, count.figure, dimension, count.level, count.at, id, count.name ?? ""]),
        ),
      ),
    )
    .toSorted();
export const storedMembers = (items: readonly StoredItem[]): readonly string[] =>
  items
    .flatMap(({ pk, level, at, id, name = "" }) => {
      const [place, kind, figure, dimension] = pk.split("#");
      return place === "MEMBERS" ? [JSON.stringify([kind, figure, dimension, level, at, id, name])] : [];
    })
    .toSorted();
