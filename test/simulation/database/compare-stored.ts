import type { Upstream } from "../../../infra/local/gateway/upstream.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import { openCheckpoints } from "../../../infra/local/streams/checkpoints.ts";
import { createStreamApi } from "../../../infra/local/streams/stream-api.ts";
import { createStreamReader } from "../../../infra/local/streams/stream-reader.ts";
import { type Item, storedItem } from "./item.ts";

type Page = { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: Item };

const itemsIn = async (upstream: Upstream, TableName: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const request = JSON.stringify({ TableName, ConsistentRead: true, ExclusiveStartKey });
    const { body } = await upstream.call("DynamoDB_20120810.Scan", request);
    const page: Page = JSON.parse(body.toString());
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
};

/** What a stream tells of each item, in its order. */
const changesIn = async (upstream: Upstream, table: string): Promise<readonly string[]> => {
  const checkpoints = openCheckpoints(memoryJournal(), table);
  const reader = createStreamReader(createStreamApi(upstream), table, checkpoints);
  const told = new Map<string, string[]>();
  for (let found = await reader.next(); found !== undefined; found = await reader.next())
    for (const { eventName, dynamodb } of found.records) {
      const { Keys, NewImage, OldImage } = dynamodb as unknown as Readonly<Record<string, Item | undefined>>;
      // Names only: DynamoDB Local leaves out of images what is empty or false.
      const images = [NewImage, OldImage].map((image) => image && Object.keys(image).toSorted());
      const key = JSON.stringify(storedItem(Keys ?? {}));
      told.set(key, [...(told.get(key) ?? []), `${key} ${eventName} ${JSON.stringify(images)}`]);
    }
  return [...told.values()].map((lines) => lines.join("\n")).toSorted();
};

const linesOf = (items: readonly Item[]): readonly string[] =>
  items.map((item) => JSON.stringify(storedItem(item))).toSorted();

/** Everything that a database and the model of it hold or tell of a table in other words; empty if nothing. */
export const differences = async (
  table: string,
  real: Upstream,
  model: Upstream,
  held: readonly Item[],
): Promise<readonly string[]> => {
  const [a, b] = [linesOf(held), linesOf(await itemsIn(real, table))];
  const [c, d] = [await changesIn(model, table), await changesIn(real, table)];
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((line) => !other.includes(line));
  return [...only(a, b), ...only(b, a), ...only(c, d), ...only(d, c)];
};
