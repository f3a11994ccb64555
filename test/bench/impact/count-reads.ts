import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

type Consumed = { readonly CapacityUnits?: number };

/** Calls, transactions among them, and read units of a client since the last `take`. */
export const countReads = (client: DynamoDBDocumentClient) => {
  let [calls, transactions, units] = [0, 0, 0];
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        (args.input as unknown as Record<string, unknown>).ReturnConsumedCapacity = "TOTAL";
        const result = await next(args);
        const { ConsumedCapacity: consumed = [] } = result.output as {
          ConsumedCapacity?: Consumed | readonly Consumed[];
        };
        calls += 1;
        if (commandName === "TransactWriteItemsCommand" || commandName === "TransactWriteCommand")
          transactions += 1;
        for (const { CapacityUnits = 0 } of [consumed].flat()) units += CapacityUnits;
        return result;
      },
    { step: "initialize" },
  );
  return {
    take: () => {
      const taken = { calls, transactions, units };
      [calls, transactions, units] = [0, 0, 0];
      return taken;
    },
  };
};
