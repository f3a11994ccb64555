import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./scope.ts";

/** Where the next page begins: the key of the last item looked at. */
export type Position = Readonly<Record<string, string>>;

const keys = new Map<string, Promise<Buffer>>();

/** The table's own signing key, made on first use by whoever comes first and then kept in memory. */
const loadKey = async (scope: Scope): Promise<Buffer> => {
  const Key = { pk: "SECRET#cursor", sk: "SECRET" };
  const read = async () =>
    (await scope.client.send(new GetCommand({ TableName: scope.table, Key, ConsistentRead: true }))).Item
      ?.secret;
  const write = async () => {
    const Item = { ...Key, secret: randomBytes(32).toString("base64") };
    const condition = "attribute_not_exists(pk)";
    const put = new PutCommand({ TableName: scope.table, Item, ConditionExpression: condition });
    await scope.client.send(put).catch((error: Error) => {
      if (error.name !== "ConditionalCheckFailedException") throw error;
    });
    return read();
  };
  return Buffer.from(String((await read()) ?? (await write())), "base64");
};

const signingKey = (scope: Scope): Promise<Buffer> => {
  const known = keys.get(scope.table);
  if (known) return known;
  const loading = loadKey(scope);
  keys.set(scope.table, loading);
  loading.catch(() => keys.delete(scope.table));
  return loading;
};

const sign = async (scope: Scope, query: string, position: string): Promise<string> =>
  createHmac("sha256", await signingKey(scope))
    .update(JSON.stringify([scope.actor.id, query, position]))
    .digest("base64url");

/** An opaque cursor that works for this query and this caller only. */
export const sealCursor = async (scope: Scope, query: string, position: Position): Promise<string> => {
  const text = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${text}.${await sign(scope, query, text)}`;
};

/** Refuses with `invalid_cursor` what was not sealed for this query and this caller. */
export const openCursor = async (scope: Scope, query: string, cursor: string): Promise<Position> => {
  const [text = ""] = cursor.split(".", 1);
  const given = Buffer.from(cursor);
  const expected = Buffer.from(`${text}.${await sign(scope, query, text)}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal("invalid_cursor");
  return JSON.parse(Buffer.from(text, "base64url").toString()) as Position;
};
