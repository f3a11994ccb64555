import { type Condition, conditionOf, type Names } from "./expression.ts";
import { invalid } from "./failure.ts";
import { compareValues, type Item, NotModelled, pick, type Value } from "./item.ts";
import type { Source, Table } from "./table.ts";

export type Query = Names & {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly ScanIndexForward?: boolean;
  readonly ConsistentRead?: boolean;
  readonly Select?: string;
};

/** What a page of a query holds at most; nothing here comes near it, so pages end by their limit only. */
const mostBytes = 1024 * 1024;

/** Key conditions begin with the partition: `name = :value`, alone or with AND. */
const partitionOf = ({ KeyConditionExpression = "", ...names }: Query, name: string): Value => {
  const found = /^\s*(#?\w+)\s*=\s*(:\w+)\s*($|AND\b)/.exec(KeyConditionExpression);
  const [, path = "", value = ""] = found ?? [];
  const named = path.startsWith("#") ? names.ExpressionAttributeNames?.[path] : path;
  const given = names.ExpressionAttributeValues?.[value];
  if (named !== name || given === undefined)
    throw new NotModelled(`the key condition ${KeyConditionExpression}`);
  return given;
};

/** Where an item stands in its partition: two of the same order stand by their keys. */
const placesOf = ({ order }: Source, main: Source) => [order, main.partition, main.order];

const compareBy =
  (names: readonly string[]) =>
  (a: Item, b: Item): number => {
    for (const name of names) {
      const order = compareValues(a[name] as Value, b[name] as Value) ?? 0;
      if (order !== 0) return order;
    }
    return 0;
  };

const startOf = (source: Source, main: Source) => (item: Item) =>
  pick(item, [...new Set([main.partition, main.order, source.partition, source.order])]);

const candidates = (table: Table, source: Source, main: Source, partition: Value, holds: Condition) => {
  const all = source === main ? table.within(partition) : table.all();
  return all.filter((item) => item[source.order] !== undefined && holds(item));
};

/** A page of a table or an index. */
export const query = (table: Table, request: Query): object => {
  const { IndexName, Limit, ExclusiveStartKey: start, ScanIndexForward: isForward = true, Select } = request;
  if (request.FilterExpression ?? request.ProjectionExpression)
    throw new NotModelled("filters and projections of queries");
  if (IndexName !== undefined && request.ConsistentRead)
    throw invalid("Consistent reads are not supported on global secondary indexes");
  const [main, source] = [table.source(undefined), table.source(IndexName)];
  const holds = conditionOf(request.KeyConditionExpression, request);
  const found = candidates(table, source, main, partitionOf(request, source.partition), holds);
  const compare = compareBy(placesOf(source, main));
  const sorted = found.toSorted(isForward ? compare : (a, b) => compare(b, a));
  const rest =
    start === undefined
      ? sorted
      : sorted.filter((item) => (isForward ? compare(item, start) > 0 : compare(item, start) < 0));
  const page = rest.slice(0, Limit);
  const last = page.length === Limit ? page.at(-1) : undefined;
  const Items = page.map((item) => pick(item, source.attributes));
  if (JSON.stringify(Items).length > mostBytes / 2) throw new NotModelled("pages of a megabyte");
  return {
    Count: page.length,
    ScannedCount: page.length,
    ...(Select === "COUNT" ? {} : { Items }),
    ...(last === undefined ? {} : { LastEvaluatedKey: startOf(source, main)(last) }),
  };
};
