import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";

const secrets = new Map<string, Promise<string>>();

/** The secret as it is kept; made on first use by whoever comes first, the same for all from then on. */
const load = async ({ client, table }: Pick<Scope, "client" | "table">, name: string, make: () => string) => {
  const Key = { pk: `SECRET#${name}`, sk: "SECRET" };
  const read = async (): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item?.secret;
  const write = async () => {
    const Item = { ...Key, secret: make() };
    const put = new PutCommand({
      TableName: table,
      Item,
      ConditionExpression: "attribute_not_exists(pk)",
    });
    await client.send(put).catch((error: Error) => {
      if (error.name !== "ConditionalCheckFailedException") throw error;
    });
    return read();
  };
  return String((await read()) ?? (await write()));
};

/**
 * A secret of a service's own table (encrypted at rest, readable by its functions only), such as a signing key.
 * Kept in memory once read: it never changes.
 */
export const tableSecret = (
  scope: Pick<Scope, "client" | "table">,
  name: string,
  make: () => string,
): Promise<string> => {
  const id = `${scope.table}#${name}`;
  const known = secrets.get(id);
  if (known) return known;
  const loading = load(scope, name, make);
  secrets.set(id, loading);
  loading.catch(() => secrets.delete(id));
  return loading;
};
