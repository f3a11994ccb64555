import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";
import { table, tableName } from "./clients.ts";

const create = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const { name } = JSON.parse(event.body ?? "{}");
  const thing = {
    pk: `thing#${randomUUID()}`,
    sk: "thing",
    state: "new",
    name,
    at: new Date().toISOString(),
  };
  await table.put({ TableName: tableName, Item: thing, ConditionExpression: "attribute_not_exists(pk)" });
  return { statusCode: 201, body: JSON.stringify(thing) };
};

const get = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const { Item } = await table.get({
    TableName: tableName,
    Key: { pk: event.pathParameters?.id, sk: event.queryStringParameters?.sk ?? "thing" },
  });
  return Item === undefined ? { statusCode: 404 } : { statusCode: 200, body: JSON.stringify(Item) };
};

const list = async (): Promise<APIGatewayProxyResultV2> => {
  const found = await table.query({
    TableName: tableName,
    IndexName: "byState",
    Limit: 25,
    KeyConditionExpression: "#s = :s",
    ExpressionAttributeNames: { "#s": "state" },
    ExpressionAttributeValues: { ":s": "new" },
  });
  return { statusCode: 200, body: JSON.stringify(found.Items) };
};

/** Answers every route of the fixture. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  if (event.routeKey === "POST /things") return create(event);
  if (event.routeKey === "GET /things") return list();
  if (event.routeKey === "GET /things/{id}") return get(event);
  return {
    statusCode: 200,
    body: JSON.stringify({ now: Date.now(), environment: Object.keys(process.env) }),
  };
};
