import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { FileCheck, FileChecks } from "../attachments/file-store.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";

/** Longer than an upload waits to be attached, and than an event waits in a queue. */
const keptSeconds = 15 * 24 * 60 * 60;

/** What a scanner said of files, by key, kept for a while: it may say so before the file belongs to a record. */
export const createFileChecks = ({ client, table: TableName, clock }: Scope): FileChecks => {
  const keyOf = (key: string) => ({ pk: `FILE-CHECK#${key}`, sk: "FILE-CHECK" });
  return {
    keep: async (key, check) => {
      const expires = Math.floor(clock.now().getTime() / 1000) + keptSeconds;
      const Item = { ...keyOf(key), check, [expiryAttribute]: expires };
      await client.send(new PutCommand({ TableName, Item }));
    },
    find: async (key) => {
      const get = new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true });
      return (await client.send(get)).Item?.check as FileCheck | undefined;
    },
  };
};
