import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { openCursor, type Position, sealCursor } from "./cursor.ts";
import { getByKeys } from "./get-by-keys.ts";
import { recordSortKey } from "./items.ts";
import type { Page, PageRequest } from "./page.ts";
import type { Scope } from "./scope.ts";
import { indexAttributes } from "./table-definition.ts";

/** One named access pattern and what is asked of it. */
export type Ask = {
  /** Index name; undefined reads a record's own items. */
  readonly index?: string | undefined;
  readonly partition: string;
  /** Only keys beginning so (own items) or up to and including this (indexes). */
  readonly prefix?: string | undefined;
  readonly upTo?: string | undefined;
  /** Only keys from this on; not together with the other two. */
  readonly from?: string | undefined;
  readonly newestFirst?: boolean | undefined;
};

const keyNames = (index: string | undefined) =>
  index ? indexAttributes(index) : { partition: "pk", order: "sk" };

const rangeOf = ({ prefix, upTo }: Ask): string => {
  if (prefix !== undefined) return " AND begins_with(#order, :bound)";
  return ` AND #order ${upTo === undefined ? ">=" : "<="} :bound`;
};

const toInput = (scope: Scope, ask: Ask): QueryCommandInput => {
  const names = keyNames(ask.index);
  const bound = ask.prefix ?? ask.upTo ?? ask.from;
  const range = rangeOf(ask);
  return {
    TableName: scope.table,
    ...(ask.index ? { IndexName: ask.index } : { ConsistentRead: true }),
    KeyConditionExpression: `#partition = :partition${bound === undefined ? "" : range}`,
    ExpressionAttributeNames: {
      "#partition": names.partition,
      ...(bound === undefined ? {} : { "#order": names.order }),
    },
    ExpressionAttributeValues: {
      ":partition": ask.partition,
      ...(bound === undefined ? {} : { ":bound": bound }),
    },
    ScanIndexForward: !ask.newestFirst,
  };
};

/** An item as a query found it. */
export type Found = Readonly<Record<string, unknown>>;

const positionOf = (ask: Ask, item: Found): Position => {
  const { order } = keyNames(ask.index);
  return { pk: String(item.pk), sk: String(item.sk), [order]: String(item[order]) };
};

/** A page as the table gives it; `next`: from where the rest is read, absent after the last one. */
export type TablePage<T> = { readonly items: readonly T[]; readonly next: Position | undefined };

/** All items of a query, page by page as the table gives them, from behind a position on. */
export async function* readPages(
  scope: Scope,
  ask: Ask,
  after?: Position,
  pageLimit?: number,
): AsyncGenerator<TablePage<Found>> {
  const input = toInput(scope, ask);
  let start = after;
  do {
    const page = await scope.client.send(
      new QueryCommand({ ...input, Limit: pageLimit, ExclusiveStartKey: start }),
    );
    start = page.LastEvaluatedKey as Position | undefined;
    yield { items: page.Items ?? [], next: start };
  } while (start);
}

/** All items of a query, page by page. */
export async function* readAll(scope: Scope, ask: Ask, pageLimit?: number): AsyncGenerator<readonly Found[]> {
  for await (const { items } of readPages(scope, ask, undefined, pageLimit)) yield items;
}

/**
 * One page of what the caller may see. `show` answers undefined for what must not be shown; the query goes on
 * behind it until the page is full, so that hidden items leave no holes that could be counted.
 */
export const readPage = async <T>(
  scope: Scope,
  ask: Ask,
  { limit, cursor }: PageRequest,
  show: (items: readonly Found[]) => Promise<readonly (T | undefined)[]> | readonly (T | undefined)[],
): Promise<Page<T>> => {
  const query = JSON.stringify(ask);
  const input = toInput(scope, ask);
  const { partition } = keyNames(ask.index);
  let start =
    cursor === undefined
      ? undefined
      : { ...(await openCursor(scope, query, cursor)), [partition]: ask.partition };
  const items: T[] = [];
  let last: Position | undefined;
  for (;;) {
    // One more than asked for shows whether there is a next page without promising one that is empty.
    const want = limit - items.length + 1;
    const page = await scope.client.send(
      new QueryCommand({ ...input, Limit: want, ExclusiveStartKey: start }),
    );
    const found = page.Items ?? [];
    const shown = await show(found);
    for (const [i, item] of found.entries()) {
      const visible = shown[i];
      if (visible === undefined) continue;
      if (items.length === limit && last) return { items, nextCursor: await sealCursor(scope, query, last) };
      items.push(visible);
      last = positionOf(ask, item);
    }
    if (!page.LastEvaluatedKey) return { items };
    start = page.LastEvaluatedKey as typeof start;
  }
};

/** How many items a query has, counted up to `most`: one read of the index, of as many items as are counted. */
export const countItems = async (scope: Scope, ask: Ask, most: number): Promise<number> => {
  const input: QueryCommandInput = { ...toInput(scope, ask), Select: "COUNT", Limit: most };
  return (await scope.client.send(new QueryCommand(input))).Count ?? 0;
};

/** Records' own items by id, or others that stand alone by their key; what is not there is missing in the answer. */
export const getItems = async (
  scope: Scope,
  ids: readonly string[],
  sk = recordSortKey,
): Promise<Map<string, Found>> => {
  const items = await getByKeys(
    scope,
    ids.map((pk) => ({ pk, sk })),
  );
  return new Map(items.map((item) => [String(item.pk), item]));
};
