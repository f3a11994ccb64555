import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { getByKeys } from "./get-by-keys.ts";
import type { Scope } from "./scope.ts";

export type Item = Readonly<Record<string, unknown>>;

/** In the first item of a key: how many further ones there are. It is there from the start: it needs room, too. */
const furtherAttribute = "further";

/** A million facts; who needs more keeps them under more keys. */
const most = 200;

type Reason = { readonly Code?: string | undefined; readonly Message?: string | undefined };

const isAboutSize = (message: string | undefined): boolean => /size/i.test(message ?? "");

/** The items of one key, the first of which is nearly always the only one; a full one is followed by another. */
export const createFactParts = (kind: string, scope: Pick<Scope, "client" | "table">) => {
  const { client, table: TableName } = scope;
  const keyOf = (key: string, part: number) => ({
    pk: `FACTS#${kind}#${key}`,
    sk: part === 0 ? "FACTS" : `FACTS#${part}`,
  });
  const keyIn = ({ pk }: Item): string => String(pk).slice(`FACTS#${kind}#`.length);
  const furtherOf = (item: Item): number => Number(item[furtherAttribute] ?? 0);

  /** The number of items grows and never shrinks, whoever says it first. */
  const grow = async (key: string, to: number): Promise<void> => {
    const command = new UpdateCommand({
      TableName,
      Key: keyOf(key, 0),
      UpdateExpression: "SET #further = :to",
      ConditionExpression: "attribute_not_exists(#further) OR #further < :to",
      ExpressionAttributeNames: { "#further": furtherAttribute },
      ExpressionAttributeValues: { ":to": to },
    });
    await client.send(command).catch((error: Error) => {
      if (error.name !== "ConditionalCheckFailedException") throw error;
    });
  };

  return {
    keyOf,
    /** In every write: none, where nothing is said yet. So saying later how many there are takes no more room. */
    room: {
      clause: "ADD #further :further",
      names: { "#further": furtherAttribute },
      values: { ":further": 0 },
    },
    /** Whether a write failed because its item would be larger than 400 kB. */
    isFull: (error: unknown): boolean => {
      const { name, message } = error as Error;
      return name === "ValidationException" && isAboutSize(message);
    },
    /** Of a transaction that failed for it, which of its writes those were. */
    fullOnes: (error: unknown): ReadonlySet<number> => {
      const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: readonly Reason[] };
      return new Set(
        reasons.flatMap(({ Code, Message }, at) =>
          Code === "ValidationError" && isAboutSize(Message) ? [at] : [],
        ),
      );
    },
    /** Where to go on when an item of a key is full: the last one there is by now, or a new one. */
    behind: async (key: string, full: number): Promise<number> => {
      const [first] = await getByKeys(scope, [keyOf(key, 0)], true, [furtherAttribute]);
      const last = first ? furtherOf(first) : 0;
      if (last > full) return last;
      if (full >= most) throw new Error(`${key} is too large for ${most} items`);
      await grow(key, full + 1);
      return full + 1;
    },
    /** The items of keys, the first of each first. */
    read: async (keys: readonly string[]): Promise<ReadonlyMap<string, readonly Item[]>> => {
      const firsts = await getByKeys(
        scope,
        [...new Set(keys)].map((key) => keyOf(key, 0)),
        true,
      );
      const further = firsts.flatMap((item) =>
        Array.from({ length: furtherOf(item) }, (_, at) => keyOf(keyIn(item), at + 1)),
      );
      const others = await getByKeys(scope, further, true);
      const partOf = ({ sk }: Item): number => Number(String(sk).split("#")[1] ?? 0);
      const found = new Map<string, Item[]>(firsts.map((item) => [keyIn(item), [item]]));
      for (const item of others.toSorted((a, b) => partOf(a) - partOf(b))) found.get(keyIn(item))?.push(item);
      return found;
    },
  };
};
