import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureTables } from "../../infra/local/cloud/tables.ts";
import { startCloud } from "../../infra/local/cloud.ts";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { connectUpstream } from "../../infra/local/gateway/upstream.ts";
import { loadAssembly } from "../../infra/local/template.ts";
import { assemble } from "../bed/assemble.ts";
import { prepareTables } from "../bench/prepare-tables.ts";
import { databaseClient } from "./consumed.ts";

const database = "own";

/** Fills the tables before anything listens to their streams. */
const prepare = async (endpoint: string, assembly: string, incidents: number): Promise<void> => {
  const upstream = connectUpstream(endpoint, database);
  await ensureTables(loadAssembly(assembly), upstream);
  upstream.close();
  const client = databaseClient({ endpoint, database });
  await prepareTables(client, incidents);
  client.destroy();
};

/**
 * A local cloud in a process of its own, so that what it costs can be told from what drives it. Started by
 * own-cloud.ts with its directory, where its database is, and a number of incidents to begin with; speaks with
 * its parent over IPC.
 */
const run = async (directory = "", where = "in-memory", incidents = 0): Promise<void> => {
  const assembly = await assemble();
  // On a disk every write waits for it: what is measured is measured in memory.
  const dynamoDb = await startDynamoDbLocal(
    where === "on-disk" ? { dbPath: path.join(directory, "dynamodb") } : {},
  );
  if (incidents > 0) await prepare(dynamoDb.endpoint, assembly, incidents);
  const cloud = await startCloud({
    assembly,
    dynamoDb: { endpoint: dynamoDb.endpoint, database },
    dataDir: directory,
    people: JSON.parse(readFileSync(path.resolve("infra/demo/people.json"), "utf8")),
  });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await dynamoDb.stop();
    process.exit(0);
  };
  process.on("disconnect", () => void stop());
  process.on("message", (question) => {
    if (question === "stop") void stop();
    if (question === "pids")
      process.send?.({ pids: { front: process.pid, database: dynamoDb.pid, containers: cloud.pids() } });
  });
  process.send?.({ ready: { url: cloud.url, endpoint: dynamoDb.endpoint, database } });
};

const [directory, where, incidents] = process.argv.slice(2);
await run(directory, where, Number(incidents ?? 0));
