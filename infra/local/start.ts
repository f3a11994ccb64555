import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort } from "./cloud/free-port.ts";
import { StoredTablesDiffer } from "./cloud/tables.ts";
import { type Cloud, startCloud } from "./cloud.ts";
import { type DynamoDbLocal, DynamoDbLocalFailure, startDynamoDbLocal } from "./dynamodb-local.ts";
import type { Log } from "./parts.ts";
import { banner } from "./start/banner.ts";
import { onLaunchersGone } from "./start/launchers.ts";
import { lockData } from "./start/lock.ts";
import { help, parseOptions, StartFailure, type StartOptions } from "./start/options.ts";
import { readPeople } from "./start/people.ts";
import { seedOnce } from "./start/seed.ts";
import { synthesize } from "./start/synthesize.ts";
import { UnsupportedTemplate } from "./template/unsupported-template.ts";

/** Everything the local cloud keeps, below the working directory. */
const dataDir = ".local";
/** The access key that names the database; letters and digits only. */
const database = "local";

/** The terminal hears of trouble only; the rest is on the status page and in the log. */
const terminal: Log = (level, message, fields) => {
  if (level === "error") console.error(message, fields === undefined ? "" : JSON.stringify(fields));
};

const forget = (): void => {
  for (const name of ["dynamodb", "journal", "logs", "seeded"])
    rmSync(path.join(dataDir, name), { recursive: true, force: true });
};

const reasonOf = (error: unknown, port: number): string | undefined => {
  if (error instanceof StartFailure || error instanceof DynamoDbLocalFailure) return error.message;
  if (error instanceof UnsupportedTemplate || error instanceof StoredTablesDiffer) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `port ${port} is taken: stop what uses it, or say npm start -- --port ${port + 1}`;
  if (code === "EACCES" && (error as NodeJS.ErrnoException).syscall === "listen")
    return `port ${port} needs privileges: say npm start -- --port 3000`;
  return undefined;
};

type Stoppable = { readonly stop: () => Promise<void> };

/** Ends everything in the reverse order of its start; a second signal does not wait. */
const stopOnSignal = (running: Stoppable[], release: () => void): ((code: number) => Promise<void>) => {
  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    if (isStopping) process.exit(code);
    isStopping = true;
    for (const part of running.toReversed()) await part.stop();
    release();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  onLaunchersGone(() => void stop(0));
  return stop;
};

const startDatabase = async ({ dynamoDbEndpoint }: StartOptions, running: Stoppable[]): Promise<string> => {
  if (dynamoDbEndpoint !== undefined) return dynamoDbEndpoint;
  const local: DynamoDbLocal = await startDynamoDbLocal({ dbPath: path.join(dataDir, "dynamodb") });
  running.push(local);
  return local.endpoint;
};

const run = async (options: StartOptions, running: Stoppable[]): Promise<Cloud> => {
  const people = readPeople(options.people);
  // Known at once, not after everything else has been started.
  await freePort(options.port);
  const [assembly, endpoint] = await Promise.all([synthesize(dataDir), startDatabase(options, running)]);
  const cloud = await startCloud({
    assembly,
    dynamoDb: { endpoint, database },
    dataDir,
    port: options.port,
    people,
    log: terminal,
    warm: true,
  });
  running.push(cloud);
  return cloud;
};

const main = async (): Promise<void> => {
  const started = Date.now();
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return void console.log(help);
  mkdirSync(dataDir, { recursive: true });
  const lock = await lockData(dataDir);
  if (options.fresh) forget();
  const running: Stoppable[] = [];
  const stop = stopOnSignal(running, lock.release);
  try {
    const cloud = await run(options, running);
    lock.publish(cloud.url);
    if (!options.empty) await seedOnce(dataDir, cloud);
    console.log(banner(cloud.url, readPeople(options.people), dataDir, (Date.now() - started) / 1000));
  } catch (error) {
    console.error(reasonOf(error, options.port) ?? error);
    await stop(1);
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exit(1);
});
