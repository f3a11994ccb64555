import { readFileSync } from "node:fs";
import path from "node:path";
import { buildApp } from "../../infra/aws/build-app.ts";
import { bundle } from "../../infra/aws/bundle.ts";
import { startCloud } from "../../infra/local/cloud.ts";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { services } from "../../services/index.ts";

/**
 * A local cloud in a process of its own, so that what it costs can be told from what drives it. Started by
 * own-cloud.ts with its directory as argument; speaks with its parent over IPC.
 */
const run = async (directory: string): Promise<void> => {
  const bundles = bundle(services, { outdir: path.join(directory, "dist") });
  const { directory: assembly } = buildApp({
    services,
    bundles,
    outdir: path.join(directory, "cdk.out"),
  }).synth();
  const database = "replay";
  const dynamoDb = await startDynamoDbLocal({ dbPath: path.join(directory, "dynamodb") });
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

await run(process.argv[2] ?? ".local/replay");
