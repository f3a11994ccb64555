import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Processes of a local cloud: its front, the database's JVM, and a container per function and core. */
export type CloudPids = {
  readonly front: number;
  /** 0 where the database is not the cloud's own. */
  readonly database: number;
  /** By function name, such as `steward-incident-api`. */
  readonly containers: Readonly<Record<string, readonly number[]>>;
};

/** A local cloud of one's own on a fresh database. */
export type OwnCloud = {
  readonly url: string;
  /** DynamoDB Local, and the access key that names its database. */
  readonly dynamoDb: { readonly endpoint: string; readonly database: string };
  readonly pids: () => Promise<CloudPids>;
  readonly stop: () => Promise<void>;
  /** Ends the cloud and its database at once, as kill -9 does. */
  readonly kill: () => Promise<void>;
};

type Message = {
  readonly ready?: { readonly url: string; readonly endpoint: string; readonly database: string };
  readonly pids?: CloudPids;
};

const told = <K extends keyof Message>(child: ChildProcess, what: K): Promise<NonNullable<Message[K]>> =>
  new Promise((resolve, reject) => {
    const onMessage = (message: Message): void => {
      const value = message[what];
      if (value === undefined) return;
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(value);
    };
    const onExit = (code: number | null): void => reject(new Error(`the local cloud ended (code ${code})`));
    child.on("message", onMessage);
    child.once("exit", onExit);
  });

/** What a local cloud of one's own begins with. */
export type OwnCloudOptions = {
  /** Where its data is kept; without it the database is in memory and everything is gone after `stop`. */
  readonly directory?: string;
  /** Incidents in the table from the start (see prepare-tables.ts). */
  readonly incidents?: number;
  /** Options of Node for its process, such as `--cpu-prof`. */
  readonly execArgv?: readonly string[];
  /** A database that runs already, instead of its own. */
  readonly dynamoDb?: OwnCloud["dynamoDb"];
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** The people of the demo, or the standard people of the tests. */
  readonly people?: "demo" | "standard";
  /** At most this many processes of one function; default: one per core. */
  readonly containersPerFunction?: number;
  /** A file that hears all that happens (see test/soak/witness.ts). */
  readonly witness?: string;
};

/** What the process of a cloud is told. */
export type OwnCloudPlan = Required<Pick<OwnCloudOptions, "directory" | "incidents" | "port" | "people">> &
  Pick<OwnCloudOptions, "witness" | "containersPerFunction"> & {
    readonly dynamoDb: "in-memory" | "on-disk" | OwnCloud["dynamoDb"];
  };

/**
 * Synthesizes the app and runs it in a process of its own. `stop` removes all it has written, unless it was
 * given the directory to write to.
 */
export const startOwnCloud = async ({
  directory: own,
  incidents = 0,
  execArgv = [],
  dynamoDb = own === undefined ? "in-memory" : "on-disk",
  port = 0,
  people = "demo",
  witness,
  containersPerFunction,
}: Omit<OwnCloudOptions, "dynamoDb"> & Partial<Pick<OwnCloudPlan, "dynamoDb">> = {}): Promise<OwnCloud> => {
  const directory = own ?? mkdtempSync(path.join(tmpdir(), "steward-cloud-"));
  const plan: OwnCloudPlan = {
    directory,
    incidents,
    dynamoDb,
    port,
    people,
    ...(witness === undefined ? {} : { witness }),
    ...(containersPerFunction === undefined ? {} : { containersPerFunction }),
  };
  const child = fork(path.resolve("test/replay/own-cloud-process.ts"), [JSON.stringify(plan)], {
    execArgv: ["--import", "tsx", ...execArgv],
    env: {
      ...process.env,
      CDK_VALIDATION: "false",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const tidy = (): void => {
    if (own === undefined) rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", tidy);
  const stop = async (): Promise<void> => {
    if (child.connected) child.send("stop");
    await ended;
    process.off("exit", tidy);
    tidy();
  };
  try {
    const { url, endpoint, database } = await told(child, "ready");
    const pids = (): Promise<CloudPids> => {
      const answer = told(child, "pids");
      child.send("pids");
      return answer;
    };
    const kill = async (): Promise<void> => {
      const { front, database: jvm } = await pids();
      for (const pid of [front, jvm]) if (pid > 0) process.kill(pid, "SIGKILL");
      await ended;
    };
    return { url, dynamoDb: { endpoint, database }, pids, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
};
