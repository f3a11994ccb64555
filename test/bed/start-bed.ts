import { randomUUID } from "node:crypto";
import { type Cloud, type CloudOptions, startCloud } from "../../infra/local/cloud.ts";
import { type Client, createClient } from "./client.ts";
import { type Name, standardPeople } from "./people.ts";
import { provide } from "./provisions.ts";
import { type StoredItem, storedItems } from "./stored-items.ts";
import { tokenOf } from "./token-of.ts";

/** The whole product running on a database of its own. */
export type Bed = Pick<
  Cloud,
  "url" | "clock" | "stats" | "denied" | "capacity" | "output" | "putForeign" | "objects"
> & {
  /** The API as somebody meets it; `nobody` has no token. */
  readonly as: (who: Name | "nobody") => Client;
  readonly token: (who: Name) => Promise<string>;
  /** Waits until all events have had their effects; throws when that does not come to an end. */
  readonly drain: (options?: { readonly advance?: boolean; readonly timeoutMs?: number }) => Promise<void>;
  /** What lies in the tables, by table name. */
  readonly stored: () => Promise<ReadonlyMap<string, readonly StoredItem[]>>;
  readonly stop: () => Promise<void>;
};

const halfAnHour = 30 * 60_000;

/**
 * Starts the product. `people` replaces the standard people, `assembly` the product as it is synthesized for
 * tests, the rest is as `startCloud` takes it.
 */
export const startBed = async (options: Partial<Omit<CloudOptions, "dynamoDb">> = {}): Promise<Bed> => {
  const { endpoint } = await provide("dynamodb");
  const directory = options.assembly ?? (await provide("assembly")).directory;
  const database = randomUUID().replaceAll("-", "");
  const dynamoDb = { endpoint, database };
  const cloud = await startCloud({ people: standardPeople, ...options, assembly: directory, dynamoDb });
  const tokens = new Map<string, Promise<string>>();
  const token = (who: Name): Promise<string> => {
    // Tokens live for an hour of the cloud's own time, which tests move.
    const key = `${who}@${Math.floor(cloud.clock.now() / halfAnHour)}`;
    const known = tokens.get(key) ?? tokenOf(cloud.url, who);
    tokens.set(key, known);
    return known;
  };
  return {
    ...cloud,
    token,
    as: (who) => createClient(cloud.url, async () => (who === "nobody" ? undefined : token(who))),
    drain: async ({ advance = true, timeoutMs = 120_000 } = {}) => {
      const result = await cloud.drain(timeoutMs, { advance });
      if (!result.idle) throw new Error(`Work is left: ${JSON.stringify(result)}`);
    },
    stored: () => storedItems(endpoint, database),
  };
};
