import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Processes of a local cloud: its front, the database's JVM, and a container per function and core. */
export type CloudPids = {
  readonly front: number;
  readonly database: number;
  readonly containers: readonly number[];
};

/** A local cloud of one's own on a fresh database. */
export type OwnCloud = {
  readonly url: string;
  /** DynamoDB Local, and the access key that names its database. */
  readonly dynamoDb: { readonly endpoint: string; readonly database: string };
  readonly pids: () => Promise<CloudPids>;
  readonly stop: () => Promise<void>;
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

/** Synthesizes the app and runs it in a process of its own; `stop` removes all it has written. */
export const startOwnCloud = async (
  options: { readonly execArgv?: readonly string[] } = {},
): Promise<OwnCloud> => {
  const directory = mkdtempSync(path.join(tmpdir(), "steward-cloud-"));
  mkdirSync(directory, { recursive: true });
  const child = fork(path.resolve("test/replay/own-cloud-process.ts"), [directory], {
    execArgv: ["--import", "tsx", ...(options.execArgv ?? [])],
    env: {
      ...process.env,
      CDK_VALIDATION: "false",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.connected) child.send("stop");
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const { url, endpoint, database } = await told(child, "ready");
    const pids = (): Promise<CloudPids> => {
      const answer = told(child, "pids");
      child.send("pids");
      return answer;
    };
    return { url, dynamoDb: { endpoint, database }, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
