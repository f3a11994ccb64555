import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { getByKeys } from "./get-by-keys.ts";
import type { Scope } from "./scope.ts";

/** Bytes that are written once under a name, in as many items as they need. */
export type Blob = { readonly name: string; readonly chunks: number };

export type Blobs = {
  /** What bytes will be once they are written under a name. */
  readonly planned: (name: string, bytes: Uint8Array) => Blob;
  readonly write: (name: string, bytes: Uint8Array) => Promise<Blob>;
  /** Undefined where a part is missing: it was removed. */
  readonly read: (blob: Blob) => Promise<Uint8Array | undefined>;
  readonly remove: (blob: Blob) => Promise<void>;
};

/** An item holds 400 kB, its keys and names included. */
const chunkBytes = 390_000;

export const createBlobs = (scope: Scope): Blobs => {
  const { client, table: TableName } = scope;
  const keyOf = (name: string, at: number) => ({ pk: `BLOB#${name}`, sk: String(at).padStart(6, "0") });
  const keysOf = ({ name, chunks }: Blob) => Array.from({ length: chunks }, (_, at) => keyOf(name, at));
  const planned: Blobs["planned"] = (name, bytes) => ({
    name,
    chunks: Math.max(1, Math.ceil(bytes.length / chunkBytes)),
  });
  return {
    planned,
    write: async (name, bytes) => {
      const { chunks } = planned(name, bytes);
      for (let at = 0; at < chunks; at++) {
        const part = bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes);
        await client.send(new PutCommand({ TableName, Item: { ...keyOf(name, at), bytes: part } }));
      }
      return { name, chunks };
    },
    read: async (blob) => {
      const items = await getByKeys(scope, keysOf(blob), true);
      if (items.length < blob.chunks) return undefined;
      const parts = items.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
      return Buffer.concat(parts.map(({ bytes }) => bytes as Uint8Array));
    },
    remove: async (blob) => {
      for (const Key of keysOf(blob)) await client.send(new DeleteCommand({ TableName, Key }));
    },
  };
};
