import { connectUpstream, type Upstream } from "../../../infra/local/gateway/upstream.ts";
import { differences } from "./compare-stored.ts";
import { type Item, isSame } from "./item.ts";
import { createMemoryDatabase, type Database } from "./memory-database.ts";

/** A batch comes in no order. */
const keyOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk]);

/** What the two may word or number as they like. */
const asMeant = (status: number, text: string): unknown => {
  const { __type, message, Message, CancellationReasons, ...reply } = JSON.parse(text);
  if (status === 200 && reply.Responses !== undefined)
    return Object.values<readonly Item[]>(reply.Responses).map((items) =>
      items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    );
  if (status === 200) return reply;
  return [__type, CancellationReasons?.map(({ Code }: { readonly Code: string }) => Code)];
};

/** Tables and streams are described by each in its own words; what is in them is compared in the end. */
const own = /CreateTable|DescribeTable|DynamoDBStreams/;

/**
 * The same in memory and in AWS's DynamoDB Local; what the two answer, hold or tell differently
 * ends the run.
 */
export const createComparedDatabase = (endpoint: string, database: string): Database => {
  const memory = createMemoryDatabase();
  const real: Upstream = connectUpstream(endpoint, database);
  return {
    ...memory,
    call: async (target, body) => {
      const isOfStreams = target.startsWith("DynamoDBStreams");
      const [ours, theirs] = [
        await memory.call(target, body),
        isOfStreams ? undefined : await real.call(target, body),
      ];
      if (theirs === undefined || own.test(target)) return ours;
      const [a, b] = [
        asMeant(ours.status, ours.body.toString()),
        asMeant(theirs.status, theirs.body.toString()),
      ];
      if (ours.status !== theirs.status || !isSame(a, b))
        throw new Error(
          `DynamoDB Local answers otherwise: ${target} ${body}\n  ${ours.status} ${ours.body}\n  ${theirs.status} ${theirs.body}`,
        );
      return ours;
    },
    items: async () => {
      const all = await memory.items();
      for (const [table, held] of all) {
        const [first] = await differences(table, real, memory, held);
        if (first !== undefined) throw new Error(`DynamoDB Local and its model differ in ${table}: ${first}`);
      }
      return all;
    },
    close: () => {
      memory.close();
      real.close();
    },
  };
};
