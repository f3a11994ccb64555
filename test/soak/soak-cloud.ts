import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../infra/local/cloud/free-port.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { type OwnCloud, startOwnCloud } from "../replay/own-cloud.ts";

/** The access key that names the database. */
const database = "soak";

/** A local cloud in a folder of its own that can be hurt; ports and data stay the same all along. */
export type SoakCloud = {
  readonly url: string;
  readonly witness: string;
  /** The cloud's own log, one JSON line each. */
  readonly log: string;
  readonly dynamoDb: OwnCloud["dynamoDb"];
  /** Process ids of the containers by function name. */
  readonly containers: () => Promise<Readonly<Record<string, readonly number[]>>>;
  /** kill -9 of the database, which is gone for a while. */
  readonly loseDatabase: (ms: number) => Promise<void>;
  /** The database's process is halted for a while (SIGSTOP): connections stand, nothing answers. */
  readonly haltDatabase: (ms: number) => Promise<void>;
  /** kill -9 of everything, gone for a while. */
  readonly loseEverything: (ms: number) => Promise<void>;
  /** A control request under `/_local`. */
  readonly control: <T>(path: string, body?: object) => Promise<T>;
  /** Stops it and removes its folder. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts it with room for as many requests of one function as there are callers: on AWS nobody stands in line
 * behind requests that wait for a halted database, and is turned away by the HTTP API for that.
 */
export const startSoakCloud = async (callers: number): Promise<SoakCloud> => {
  const folder = mkdtempSync(path.join(tmpdir(), "steward-soak-"));
  const [databasePort, port] = [await freePort(), await freePort()];
  const dbPath = path.join(folder, "dynamodb");
  const witness = path.join(folder, "witness.ndjson");
  const openDatabase = (): Promise<DynamoDbLocal> => startDynamoDbLocal({ dbPath, port: databasePort });
  let db = await openDatabase();
  const dynamoDb = { endpoint: db.endpoint, database };
  // A halted process hears of nothing but this.
  const forget = (): void => {
    if (isAlive(db.pid)) process.kill(db.pid, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", forget);
  const openCloud = (): Promise<OwnCloud> =>
    startOwnCloud({
      directory: folder,
      dynamoDb,
      port,
      people: "standard",
      witness,
      containersPerFunction: callers,
    });
  const killDatabase = async (): Promise<void> => {
    process.kill(db.pid, "SIGKILL");
    await db.stop();
  };
  let cloud = await openCloud();

  return {
    url: cloud.url,
    witness,
    log: path.join(folder, "logs", "cloud.log"),
    dynamoDb,
    containers: async () => (await cloud.pids()).containers,
    loseDatabase: async (ms) => {
      await killDatabase();
      await sleep(ms);
      db = await openDatabase();
    },
    haltDatabase: async (ms) => {
      process.kill(db.pid, "SIGSTOP");
      await sleep(ms);
      process.kill(db.pid, "SIGCONT");
    },
    loseEverything: async (ms) => {
      await cloud.kill();
      await killDatabase();
      await sleep(ms);
      db = await openDatabase();
      cloud = await openCloud();
    },
    control: async (name, body) => {
      const response = await fetch(`${cloud.url}/_local/${name}`, {
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      });
      return JSON.parse(await response.text());
    },
    stop: async () => {
      await cloud.stop();
      await db.stop();
      process.off("exit", forget);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
