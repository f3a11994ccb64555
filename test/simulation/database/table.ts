import { type Change, createStream, type Stream } from "./change-stream.ts";
import { invalid } from "./failure.ts";
import { type Item, isSame, itemSize, type Value } from "./item.ts";

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];

/** What a table is made from, as `CreateTable` has it. */
export type TableShape = {
  readonly TableName: string;
  readonly KeySchema: KeySchema;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: KeySchema;
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];
  readonly StreamSpecification?: { readonly StreamViewType: string };
};

/** A table, or an index of it: what is asked by which attributes, and what of an item is in it. */
export type Source = {
  readonly partition: string;
  readonly order: string;
  /** Undefined: all. */
  readonly attributes: readonly string[] | undefined;
};

export type Table = {
  readonly shape: TableShape;
  readonly source: (index: string | undefined) => Source;
  /** The key in an item or key, or the refusal of one that is none. */
  readonly keyOf: (item: Item | undefined) => Item;
  readonly get: (key: Item) => Item | undefined;
  /** Puts an item, or deletes what is at the key. */
  readonly write: (key: Item, item: Item | undefined) => void;
  /** Refuses what could not be written. */
  readonly check: (item: Item) => void;
  readonly all: () => readonly Item[];
  readonly within: (partition: Value) => readonly Item[];
  readonly stream: Stream;
};

const mostBytes = 400 * 1024;

const sourceOf = (schema: KeySchema, attributes?: readonly string[]): Source => {
  const [partition = "", order = ""] = schema.map(({ AttributeName }) => AttributeName);
  return { partition, order, attributes };
};

export const createTable = (shape: TableShape): Table => {
  const main = sourceOf(shape.KeySchema);
  const keys = [main.partition, main.order];
  const indexes = new Map(
    (shape.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => {
      const own = KeySchema.map(({ AttributeName }) => AttributeName);
      const some = [...new Set([...keys, ...own, ...(Projection.NonKeyAttributes ?? [])])];
      return [
        IndexName,
        sourceOf(KeySchema, Projection.ProjectionType === "ALL" ? undefined : some),
      ] as const;
    }),
  );
  const partitions = new Map<string, Map<string, Item>>();
  const stream = createStream(shape.StreamSpecification?.StreamViewType);
  const textOf = (value: Value | undefined): string => String(value?.S);

  const demandText = (name: string, value: Value | undefined, isNeeded: boolean): void => {
    if (value === undefined && !isNeeded) return;
    if (typeof value?.S !== "string" || value.S === "")
      throw invalid(`The attribute ${name} must be a text that is not empty`);
  };

  return {
    shape,
    stream,
    source: (index) => {
      const found = index === undefined ? main : indexes.get(index);
      if (found === undefined) throw invalid(`The table does not have the specified index: ${index}`);
      return found;
    },
    keyOf: (item = {}) => {
      for (const name of keys) demandText(name, item[name], true);
      return Object.fromEntries(keys.map((name) => [name, item[name] as Value]));
    },
    check: (item) => {
      for (const { partition, order } of indexes.values())
        for (const name of [partition, order]) demandText(name, item[name], false);
      if (itemSize(item) > mostBytes) throw invalid("Item size has exceeded the maximum allowed size");
    },
    get: (key) => partitions.get(textOf(key[main.partition]))?.get(textOf(key[main.order])),
    write: (key, item) => {
      const [pk, sk] = keys.map((name) => textOf(key[name]));
      const own = partitions.get(pk as string) ?? new Map<string, Item>();
      partitions.set(pk as string, own);
      const before = own.get(sk as string);
      if (item === undefined) own.delete(sk as string);
      else own.set(sk as string, item);
      const change: Change = { key, before, after: item };
      if (!isSame(before ?? null, item ?? null)) stream.add(change);
    },
    all: () => [...partitions.values()].flatMap((own) => [...own.values()]),
    within: (partition) => [...(partitions.get(textOf(partition))?.values() ?? [])],
  };
};
