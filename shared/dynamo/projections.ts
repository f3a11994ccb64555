import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { isSame } from "../domain/is-same.ts";
import type { EventMeta } from "../events/event-type.ts";
import { createKeptProjection, type Stored } from "./kept-projection.ts";
import type { Page, PageRequest } from "./page.ts";
import { type Found, getItems, readAll, readPage } from "./query.ts";
import type { Scope } from "./scope.ts";
import { type Tie, tieWrites } from "./ties.ts";
import type { Guarded } from "./transaction.ts";

/** Where a projected record is found besides its own key: a group and the order within it. */
export type Membership = { readonly group: string; readonly order: string };

/** How a service keeps what it needs to know of another service's records. */
export type ProjectionType<T> = {
  /** Key prefix, such as `INCIDENT`. */
  readonly kind: string;
  /** Any number of them. */
  readonly memberships: (value: T) => readonly Membership[];
  /** What members of groups hold of it: all unless said. What does not change is not written anew. */
  readonly listed?: (value: T) => Partial<T>;
  /** Short facts of it in bundles, for reads of many groups at once. */
  readonly ties?: (id: string, value: T) => readonly Tie[];
};

export type Member<T> = { readonly id: string; readonly order: string; readonly value: T };

export type Projections<T> = {
  /**
   * Keeps what an event says of its subject if it is news, and answers how it stands to what was known before:
   * `new`, `same` (this event again) or `old` (a later one came first; nothing is written).
   */
  readonly keep: (
    meta: Pick<EventMeta, "subject" | "sequence">,
    value: T,
  ) => Promise<{ readonly news: "new" | "same" | "old"; readonly before: T | undefined }>;
  /** The newest members of a group from an order on, those behind `upTo` left out; sees every write that came before. */
  readonly members: (
    group: string,
    from: string,
    limit: number,
    upTo?: string,
  ) => Promise<readonly Member<T>[]>;
  /** All members of a small group, in their order. */
  readonly all: (group: string) => Promise<readonly Member<T>[]>;
  /** One page of a group for people, newest first. */
  readonly page: (group: string, page: PageRequest) => Promise<Page<T>>;
  /** All members of a group, newest first, page by page as the table gives them; who has enough stops. */
  readonly newest: (group: string) => AsyncGenerator<readonly Member<T>[]>;
  /** The members of a large group from an order on, in their order, page by page. */
  readonly pages: (group: string, from: string) => AsyncGenerator<readonly Member<T>[]>;
  /** What is known of some records; those nobody told of are missing. */
  readonly known: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;
};

const projectionKey = "PROJECTION";

export const createProjections = <T>(
  { kind, memberships, ties, listed = (value) => value }: ProjectionType<T>,
  scope: Scope,
): Projections<T> => {
  const { client, table: TableName } = scope;
  const own = (id: string) => ({ pk: `${kind}#${id}`, sk: projectionKey });

  /** Members by key: what they hold of the value. */
  const membersOf = (id: string, value: T | undefined): ReadonlyMap<string, Record<string, unknown>> =>
    new Map(
      (value === undefined ? [] : memberships(value)).map(({ group, order }) => {
        const key = { pk: `${kind}-GROUP#${group}`, sk: `${order}#${id}` };
        return [`${key.pk} ${key.sk}`, { ...key, id, value: listed(value as T) }];
      }),
    );

  const memberWrites = (id: string, before: T | undefined, value: T): Guarded[] => {
    const [old, now] = [membersOf(id, before), membersOf(id, value)];
    const put = [...now].filter(([key, item]) => !isSame(old.get(key), item));
    const gone = [...old].filter(([key]) => !now.has(key));
    return [
      ...put.map(([, Item]) => ({ write: { Put: { TableName, Item } } })),
      ...gone.map(([, { pk, sk }]) => ({ write: { Delete: { TableName, Key: { pk, sk } } } })),
    ];
  };

  const tiesFor = (id: string, value: T | undefined) =>
    value === undefined ? [] : (ties?.(id, value) ?? []);

  const keep: Projections<T>["keep"] = async ({ subject: id, sequence }, value) => {
    const kept = createKeptProjection<T>(scope, own, (before, after) => [
      ...memberWrites(id, before, after),
      ...tieWrites(TableName, tiesFor(id, before), tiesFor(id, after)),
    ]);
    // The first event of a record nearly always comes first: it is written without looking.
    let known: Stored<T> = sequence === 1 ? {} : await kept.load(id);
    for (;;) {
      const { sequence: last = 0, value: before, pending } = known;
      if (pending === undefined && last >= sequence)
        return { news: last === sequence ? "same" : "old", before };
      const after = await kept.step(id, known, { sequence, value });
      if (after && after.pending === undefined && after.sequence === sequence) return { news: "new", before };
      known = after ?? (await kept.load(id));
    }
  };

  const memberOf = ({ id, sk, value }: Found): Member<T> => ({
    id: String(id),
    order: String(sk),
    value: value as T,
  });

  const members: Projections<T>["members"] = async (group, from, limit, upTo) => {
    const query = new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: `pk = :group AND sk ${upTo === undefined ? ">=" : "<="} :bound`,
      ExpressionAttributeValues: {
        ":group": `${kind}-GROUP#${group}`,
        // Behind the order stands the id: a tilde is behind them all.
        ":bound": upTo === undefined ? from : `${upTo}#~`,
      },
      ScanIndexForward: false,
      Limit: limit,
    });
    const { Items: items = [] } = await client.send(query);
    return items.map(memberOf).filter(({ order }) => order >= from);
  };

  async function* pages(group: string, from: string): AsyncGenerator<readonly Member<T>[]> {
    const ask = { partition: `${kind}-GROUP#${group}`, ...(from === "" ? {} : { from }) };
    for await (const items of readAll(scope, ask)) yield items.map(memberOf);
  }

  const all: Projections<T>["all"] = async (group) => {
    const found: Member<T>[] = [];
    for await (const members of pages(group, "")) found.push(...members);
    return found;
  };

  const inGroup = (group: string) => ({ partition: `${kind}-GROUP#${group}`, newestFirst: true });

  return {
    keep,
    members,
    all,
    pages,
    page: (group, page) =>
      readPage(scope, inGroup(group), page, (found) => found.map((item) => item.value as T)),
    newest: async function* (group) {
      for await (const items of readAll(scope, inGroup(group))) yield items.map(memberOf);
    },
    known: async (ids) => {
      const items = await getItems(
        scope,
        [...new Set(ids)].map((id) => own(id).pk),
        projectionKey,
      );
      const told = [...items.values()].filter(({ value }) => value !== undefined);
      return new Map(told.map((item) => [String(item.pk).slice(kind.length + 1), item.value as T]));
    },
  };
};
