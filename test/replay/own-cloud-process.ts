import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureTables } from "../../infra/local/cloud/tables.ts";
import { startCloud } from "../../infra/local/cloud.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { connectUpstream } from "../../infra/local/gateway/upstream.ts";
import { loadAssembly } from "../../infra/local/template.ts";
import { assemble } from "../bed/assemble.ts";
import { standardPeople } from "../bed/people.ts";
import { prepareTables } from "../bench/prepare-tables.ts";
import { writeWitness } from "../soak/witness.ts";
import { databaseClient } from "./consumed.ts";
import type { OwnCloud, OwnCloudPlan } from "./own-cloud.ts";

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

type Database = OwnCloud["dynamoDb"] & Pick<DynamoDbLocal, "pid" | "stop">;

const openDatabase = async ({ directory, dynamoDb }: OwnCloudPlan): Promise<Database> => {
  if (typeof dynamoDb === "object") return { ...dynamoDb, pid: 0, stop: async () => undefined };
  // On a disk every write waits for it: what is measured is measured in memory.
  const dbPath = path.join(directory, "dynamodb");
  return { ...(await startDynamoDbLocal(dynamoDb === "on-disk" ? { dbPath } : {})), database };
};

const peopleOf = ({ people }: OwnCloudPlan): unknown =>
  people === "standard"
    ? standardPeople
    : JSON.parse(readFileSync(path.resolve("infra/demo/people.json"), "utf8"));

/**
 * A local cloud in a process of its own, so that what it costs can be told from what drives it. Started by
 * own-cloud.ts with what it begins with; speaks with its parent over IPC.
 */
const run = async (plan: OwnCloudPlan): Promise<void> => {
  const assembly = await assemble();
  const dynamoDb = await openDatabase(plan);
  const { endpoint } = dynamoDb;
  if (plan.incidents > 0) await prepare(endpoint, assembly, plan.incidents);
  const cloud = await startCloud({
    assembly,
    dynamoDb: { endpoint, database: dynamoDb.database },
    dataDir: plan.directory,
    port: plan.port,
    people: peopleOf(plan),
    ...(plan.containersPerFunction === undefined
      ? {}
      : { containersPerFunction: plan.containersPerFunction }),
    ...(plan.witness === undefined ? {} : { witness: writeWitness(plan.witness) }),
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
  process.send?.({ ready: { url: cloud.url, endpoint, database: dynamoDb.database } });
};

await run(JSON.parse(process.argv[2] ?? "{}"));
