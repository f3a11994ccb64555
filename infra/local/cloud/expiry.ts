import type { Upstream } from "../gateway/upstream.ts";
import type { Assembly, Clock, Log, Resource, Worker } from "../parts.ts";

/** Deletes items whose time to live has passed, by the virtual clock: DynamoDB Local knows real time only. */
export type Expiry = Worker & {
  /** Looks through every table once, to the end. */
  readonly sweep: () => Promise<void>;
  /** Whether the item with these keys was deleted here; asked once, by whoever reads the deletion from the stream. */
  readonly isExpired: (table: string, keys: unknown) => boolean;
};

/** What the expiry works with. */
export type ExpiryParts = {
  readonly upstream: Upstream;
  readonly clock: Pick<Clock, "now" | "onMove">;
  readonly wrote: (table: string) => void;
  readonly log: Log;
};

type Values = Readonly<Record<string, unknown>>;
type Page = { readonly Items?: readonly Values[]; readonly LastEvaluatedKey?: Values };
type ExpiringTable = { readonly name: string; readonly attribute: string; readonly keys: readonly string[] };

/** Small steps, far between: AWS takes up to days, and the database has better things to do. */
const everyMs = 60_000;
const afterMoveMs = 1000;
const pageItems = 500;
const pagesPerRound = 2;
/** DynamoDB takes a time longer ago for a mistake and leaves the item alone. */
const fiveYearsSeconds = 5 * 365 * 86_400;

const expiringTable = ({ ref, properties }: Resource): ExpiringTable[] => {
  const { AttributeName, Enabled } = properties.TimeToLiveSpecification ?? {};
  const keys = properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName);
  return AttributeName === undefined || Enabled === false
    ? []
    : [{ name: ref, attribute: AttributeName, keys }];
};

const identityOf = (table: string, keys: unknown): string =>
  `${table} ${JSON.stringify(Object.entries(keys as Values).toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;

/** Makes the expiry of all tables with a time to live. */
export const createExpiry = (assembly: Assembly, { upstream, clock, wrote, log }: ExpiryParts): Expiry => {
  const tables = [
    ...assembly.ofType("AWS::DynamoDB::Table"),
    ...assembly.ofType("AWS::DynamoDB::GlobalTable"),
  ].flatMap(expiringTable);
  const cursors = new Map<string, Values | undefined>();
  const deleted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const call = async <Reply>(
    operation: string,
    request: Values,
  ): Promise<{ status: number; reply: Reply }> => {
    const { status, body } = await upstream.call(`DynamoDB_20120810.${operation}`, JSON.stringify(request));
    return { status, reply: JSON.parse(body.toString()) };
  };
  const condition = ({ attribute }: ExpiringTable) => {
    const now = Math.floor(clock.now() / 1000);
    return {
      ExpressionAttributeNames: { "#ttl": attribute },
      ExpressionAttributeValues: {
        ":now": { N: String(now) },
        ":old": { N: String(now - fiveYearsSeconds) },
      },
    };
  };
  const expired = "#ttl < :now AND #ttl > :old";

  const remove = async (table: ExpiringTable, item: Values): Promise<void> => {
    const Key = Object.fromEntries(table.keys.map((name) => [name, item[name]]));
    const identity = identityOf(table.name, Key);
    deleted.add(identity);
    const request = { TableName: table.name, Key, ConditionExpression: expired, ...condition(table) };
    const { status } = await call("DeleteItem", request);
    // Someone prolonged it in between.
    if (status !== 200) deleted.delete(identity);
    wrote(table.name);
  };

  /** Looks at one page; true when it was the table's last. */
  const step = async (table: ExpiringTable): Promise<boolean> => {
    const request = {
      TableName: table.name,
      Limit: pageItems,
      FilterExpression: expired,
      ExclusiveStartKey: cursors.get(table.name),
      ...condition(table),
    };
    const { status, reply } = await call<Page>("Scan", request);
    if (status !== 200) throw new Error(`table ${table.name} cannot be scanned: ${JSON.stringify(reply)}`);
    for (const item of reply.Items ?? []) await remove(table, item);
    cursors.set(table.name, reply.LastEvaluatedKey);
    return reply.LastEvaluatedKey === undefined;
  };
  const look = async (pages: number): Promise<void> => {
    for (const table of tables)
      for (let page = 0; page < pages && !stopped; page += 1) if (await step(table)) break;
  };
  const round = (): void => {
    running = look(pagesPerRound).catch((error: unknown) => {
      if (!stopped) log("error", "expired items cannot be deleted", { error: String(error) });
    });
    void running.then(() => arm(everyMs));
  };
  const arm = (waitMs: number): void => {
    clearTimeout(timer);
    if (!stopped && tables.length > 0) timer = setTimeout(round, waitMs).unref();
  };
  let endMoves = (): void => undefined;

  return {
    sweep: async () => {
      cursors.clear();
      await look(Number.POSITIVE_INFINITY);
    },
    isExpired: (table, keys) => deleted.delete(identityOf(table, keys)),
    start: () => {
      endMoves = clock.onMove(() => arm(afterMoveMs));
      arm(everyMs);
    },
    stop: async () => {
      stopped = true;
      endMoves();
      clearTimeout(timer);
      await running;
    },
    pending: () => 0,
  };
};
