import { isDeepStrictEqual } from "node:util";
import { type Count, whole } from "./measured.ts";
import type { Guarded } from "./transaction.ts";

type Key = { readonly pk: string; readonly sk: string };

/** Keeps the parts of a key apart, whatever people call things. */
export const keyPart = (value: string): string => value.replaceAll("%", "%25").replaceAll("#", "%23");

/** Where cells lie: what happened by month, what is there now together. */
export const cellPartition = (kind: string, dimension: string, month: string | undefined): string =>
  month === undefined ? `STOCK#${kind}#${dimension}` : `FLOW#${kind}#${dimension}#${month}`;
export const memberPartition = (kind: string, figure: string, dimension: string, value: string): string =>
  `MEMBERS#${kind}#${figure}#${dimension}#${keyPart(value)}`;
export const memberOrder = (level: string, at: string): string => `${keyPart(level)}#${at}`;

/** Attributes that are added up begin so; the rest of a cell's item says what it is of. */
export const amountPrefix = "a#";

type Cell = {
  readonly key: Key;
  readonly of: Readonly<Record<"day" | "value" | "level", string>>;
  readonly amounts: Map<string, number>;
};

const placesOf = (count: Count): readonly (readonly [dimension: string, value: string])[] => [
  [whole, whole],
  ...Object.entries(count.by),
];

const amountsOf = ({ figure, sums = {} }: Count): readonly (readonly [string, number])[] => [
  [figure, 1],
  ...Object.entries(sums).map(([name, sum]) => [`${figure}.${name}`, sum] as const),
];

/** What some counts add to (sign 1) or take from (-1) the cells. */
const addTo = (
  cells: Map<string, Cell>,
  kind: string,
  counts: readonly Count[],
  sign: 1 | -1,
  shard: number,
) => {
  for (const count of counts) {
    const day = count.at.slice(0, 10);
    for (const [dimension, value] of placesOf(count)) {
      const pk = cellPartition(kind, dimension, count.isStock ? undefined : day.slice(0, 7));
      const sk = `${keyPart(value)}#${day}#${keyPart(count.level)}#${shard}`;
      const of = { day, value, level: count.level };
      const cell = cells.get(`${pk} ${sk}`) ?? { key: { pk, sk }, of, amounts: new Map() };
      cells.set(`${pk} ${sk}`, cell);
      for (const [name, amount] of amountsOf(count))
        cell.amounts.set(name, (cell.amounts.get(name) ?? 0) + sign * amount);
    }
  }
};

const cellWrite = (TableName: string, { key: Key, of, amounts }: Cell): Guarded[] => {
  const changed = [...amounts].filter(([, amount]) => amount !== 0);
  if (changed.length === 0) return [];
  const set = Object.entries(of);
  const Update = {
    TableName,
    Key,
    UpdateExpression: `ADD ${changed.map((_, at) => `#a${at} :a${at}`).join(", ")} SET ${set.map((_, at) => `#s${at} = :s${at}`).join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries([
      ...changed.map(([name], at) => [`#a${at}`, amountPrefix + name]),
      ...set.map(([name], at) => [`#s${at}`, name]),
    ]),
    ExpressionAttributeValues: Object.fromEntries([
      ...changed.map(([, amount], at) => [`:a${at}`, amount]),
      ...set.map(([, value], at) => [`:s${at}`, value]),
    ]),
  };
  return [{ write: { Update } }];
};

const memberItems = (kind: string, id: string, counts: readonly Count[]): ReadonlyMap<string, Key & object> =>
  new Map(
    counts.flatMap(({ figure, name, at, level, by }) =>
      placesOf({ figure, at, level, by }).map(([dimension, value]) => {
        const pk = memberPartition(kind, figure, dimension, value);
        const sk = `${memberOrder(level, at)}#${id}${name === undefined ? "" : `#${keyPart(name)}`}`;
        return [`${pk} ${sk}`, { pk, sk, id, at, level, ...(name === undefined ? {} : { name }) }] as const;
      }),
    ),
  );

const memberWrites = (
  TableName: string,
  kind: string,
  id: string,
  before: readonly Count[],
  after: readonly Count[],
): Guarded[] => {
  const [old, now] = [memberItems(kind, id, before), memberItems(kind, id, after)];
  const fresh = [...now].filter(([key]) => !old.has(key));
  const gone = [...old].filter(([key]) => !now.has(key));
  return [
    ...fresh.map(([, Item]) => ({ write: { Put: { TableName, Item } } })),
    ...gone.map(([, { pk, sk }]) => ({ write: { Delete: { TableName, Key: { pk, sk } } } })),
  ];
};

/** What is to be written for the counts of a record to be these and no longer those. */
const writesFor = (
  TableName: string,
  { kind, id, shard }: Place,
  before: readonly Count[],
  after: readonly Count[],
): readonly Guarded[] => {
  const cells = new Map<string, Cell>();
  addTo(cells, kind, before, -1, shard);
  addTo(cells, kind, after, 1, shard);
  return [
    ...[...cells.values()].flatMap((cell) => cellWrite(TableName, cell)),
    ...memberWrites(TableName, kind, id, before, after),
  ];
};

type Place = { readonly kind: string; readonly id: string; readonly shard: number };

const keyOf = ({ figure, name }: Count): string => JSON.stringify([figure, name]);

/** Together with the fact as many as one transaction takes. */
const mostWrites = 99;

/** The counts after a step, what to write for it, and whether nothing is left to do after it. */
type Step = {
  readonly counts: readonly Count[];
  readonly writes: readonly Guarded[];
  readonly isLast: boolean;
};

/**
 * As much of the way from what a record counted in so far to what it is to count in as fits one transaction.
 * After each step the cells are the sum of the counts that the facts keep, so the way may be cut off anywhere.
 */
export const stepTowards = (
  TableName: string,
  place: Place,
  before: readonly Count[],
  after: readonly Count[],
): Step => {
  const writesOf = (counts: readonly Count[]) => writesFor(TableName, place, before, counts);
  const all = writesOf(after);
  if (all.length <= mostWrites) return { counts: after, writes: all, isLast: true };
  const wanted = new Map(after.map((count) => [keyOf(count), count]));
  const keys = [...new Set([...before, ...after].map(keyOf))];
  let counts = before;
  for (const key of keys) {
    const others = counts.filter((count) => keyOf(count) !== key);
    const next = wanted.get(key);
    const further = next === undefined ? others : [...others, next];
    if (isDeepStrictEqual(further, counts)) continue;
    if (writesOf(further).length > mostWrites) break;
    counts = further;
  }
  return { counts, writes: writesOf(counts), isLast: false };
};
