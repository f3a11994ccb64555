import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { EventMeta } from "../events/event-type.ts";
import type { Page, PageRequest } from "./page.ts";
import { type Found, getItems, readAll, readPage } from "./query.ts";
import type { Scope } from "./scope.ts";
import { type Tie, tieWrites } from "./ties.ts";
import { type Guarded, transact } from "./transaction.ts";

/** Where a projected record is found besides its own key: a group and the order within it. */
export type Membership = { readonly group: string; readonly order: string };

/** How a service keeps what it needs to know of another service's records. */
export type ProjectionType<T> = {
  /** Key prefix, such as `INCIDENT`. */
  readonly kind: string;
  readonly memberships: (value: T) => readonly Membership[];
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
  /** The newest members of a group from an order on; sees every write that came before. */
  readonly members: (group: string, from: string, limit: number) => Promise<readonly Member<T>[]>;
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

type Kept<T> = { readonly sequence: number; readonly value: T };

const projectionKey = "PROJECTION";

export const createProjections = <T>(
  { kind, memberships, ties }: ProjectionType<T>,
  scope: Scope,
): Projections<T> => {
  const { client, table: TableName } = scope;
  const own = (id: string) => ({ pk: `${kind}#${id}`, sk: projectionKey });
  const memberKey = (id: string, { group, order }: Membership) => ({
    pk: `${kind}-GROUP#${group}`,
    sk: `${order}#${id}`,
  });

  const load = async (id: string): Promise<Kept<T> | undefined> => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: own(id), ConsistentRead: true }),
    );
    return item as Kept<T> | undefined;
  };

  const memberWrites = (id: string, before: T | undefined, value: T): Guarded[] => {
    const keys = (of: T | undefined) =>
      of === undefined ? [] : memberships(of).map((m) => memberKey(id, m));
    const now = keys(value);
    const stays = new Set(now.map(({ pk, sk }) => pk + sk));
    const gone = keys(before).filter(({ pk, sk }) => !stays.has(pk + sk));
    return [
      ...now.map((key) => ({ write: { Put: { TableName, Item: { ...key, id, value } } } })),
      ...gone.map((Key) => ({ write: { Delete: { TableName, Key } } })),
    ];
  };

  const keep: Projections<T>["keep"] = async ({ subject: id, sequence }, value) => {
    // The first event of a record nearly always comes first: it is written without looking.
    let known = sequence === 1 ? undefined : await load(id);
    for (;;) {
      const before = known?.value;
      if (known && known.sequence >= sequence)
        return { news: known.sequence === sequence ? "same" : "old", before };
      const guard = known
        ? {
            ConditionExpression: "#s = :s",
            ExpressionAttributeValues: { ":s": known.sequence },
            ExpressionAttributeNames: { "#s": "sequence" },
          }
        : { ConditionExpression: "attribute_not_exists(pk)" };
      const Put = { TableName, Item: { ...own(id), sequence, value }, ...guard };
      const failed = await transact(scope, [
        { write: { Put }, broken: "moved" },
        ...memberWrites(id, before, value),
        ...tieWrites(
          TableName,
          before === undefined ? [] : (ties?.(id, before) ?? []),
          ties?.(id, value) ?? [],
        ),
      ]);
      if (!failed) return { news: "new", before };
      known = await load(id);
    }
  };

  const memberOf = ({ id, sk, value }: Found): Member<T> => ({
    id: String(id),
    order: String(sk),
    value: value as T,
  });

  const members: Projections<T>["members"] = async (group, from, limit) => {
    const query = new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :group AND sk >= :from",
      ExpressionAttributeValues: { ":group": `${kind}-GROUP#${group}`, ":from": from },
      ScanIndexForward: false,
      Limit: limit,
    });
    const { Items: items = [] } = await client.send(query);
    return items.map(memberOf);
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
      return new Map(
        [...items.values()].map((item) => [String(item.pk).slice(kind.length + 1), item.value as T]),
      );
    },
  };
};
