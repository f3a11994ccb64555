import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

type Consumed = { readonly CapacityUnits?: number };

/** Calls and read units of a client since the last `take`. */
export const countReads = (client: DynamoDBDocumentClient) => {
  let [calls, units] = [0, 0];
  client.middlewareStack.add(
    (next) => async (args) => {
      (args.input as unknown as Record<string, unknown>).ReturnConsumedCapacity = "TOTAL";
      const result = await next(args);
      const { ConsumedCapacity: consumed = [] } = result.output as {
        ConsumedCapacity?: Consumed | readonly Consumed[];
      };
      calls += 1;
      for (const { CapacityUnits = 0 } of [consumed].flat()) units += CapacityUnits;
      return result;
    },
    { step: "initialize" },
  );
  return {
    take: () => {
      const taken = { calls, units };
      [calls, units] = [0, 0];
      return taken;
    },
  };
};
