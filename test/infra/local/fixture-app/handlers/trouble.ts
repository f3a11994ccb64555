import { setTimeout as sleep } from "node:timers/promises";
import { DeleteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

const troubles: Record<string, () => unknown> = {
  throw: () => {
    throw new RangeError("out of range");
  },
  exit: () => process.exit(3),
  hang: () => sleep(60_000),
  reject: () => {
    setImmediate(() => Promise.reject(new Error("nobody waits for me")));
    return sleep(60_000);
  },
  forbidden: () =>
    new DynamoDBClient({}).send(
      new DeleteItemCommand({ TableName: process.env.TABLE, Key: { pk: { S: "a" }, sk: { S: "b" } } }),
    ),
  text: () => "plain",
  nothing: () => undefined,
  cookies: () => ({ statusCode: 200, cookies: ["a=1", "b=2"], isBase64Encoded: true, body: "AAEC" }),
};

/** Misbehaves in the way the body names. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<unknown> => {
  console.log(JSON.stringify({ asked: event.body }));
  return await troubles[event.body ?? ""]?.();
};
