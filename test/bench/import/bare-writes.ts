import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { TableDefinition } from "../../../shared/dynamo/table-definition.ts";
import { tableAt } from "../../bed/fresh-table.ts";

type Write = Readonly<Record<string, { readonly TableName?: string }>>;

/** So many transactions are kept: enough to measure, too few to matter in memory. */
const most = 80;
/** As many at once as the importer sends. */
const atOnce = 8;

/** Keeps the first large transactions that go through a client, to send them again with nothing around them. */
export const bareWrites = (client: DynamoDBDocumentClient) => {
  const kept: (readonly Write[])[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems: items } = args.input as { readonly TransactItems?: readonly Write[] };
      if (items !== undefined && items.length > 50 && kept.length < most) kept.push(items);
      return next(args);
    },
    { step: "initialize", name: "bareWrites" },
  );

  const movedTo = (table: string, writes: readonly Write[]) =>
    writes.map((each) =>
      Object.fromEntries(Object.entries(each).map(([kind, write]) => [kind, { ...write, TableName: table }])),
    );

  return {
    /** Sends them to an empty table of the same indexes, the first half to warm up. */
    again: async (endpoint: string, definition: TableDefinition) => {
      const { client: other, table, stop } = await tableAt(endpoint, definition);
      const send = async (all: readonly (readonly Write[])[]): Promise<void> => {
        for (let at = 0; at < all.length; at += atOnce)
          await Promise.all(
            all
              .slice(at, at + atOnce)
              .map((writes) =>
                other.send(new TransactWriteCommand({ TransactItems: movedTo(table, writes) as never })),
              ),
          );
      };
      const half = Math.floor(kept.length / 2);
      await send(kept.slice(0, half));
      const measured = kept.slice(half);
      const begun = performance.now();
      await send(measured);
      const seconds = (performance.now() - begun) / 1000;
      stop();
      return { itemsPerSecond: Math.round(measured.reduce((sum, { length }) => sum + length, 0) / seconds) };
    },
  };
};
