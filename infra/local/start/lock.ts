import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartFailure } from "./options.ts";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_local/clock`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );

type Owner = { readonly pid: number; readonly url?: string };

const readOwner = (file: string): Owner | undefined => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
};

/** Two clouds on one data folder would destroy it: the first one is named in a file, which kill -9 leaves behind. */
export const lockData = async (
  dataDir: string,
): Promise<{ readonly publish: (url: string) => void; readonly release: () => void }> => {
  const file = path.join(dataDir, "running.json");
  const owner = readOwner(file);
  const isRunning = owner !== undefined && owner.pid !== process.pid && isAlive(owner.pid);
  if (isRunning && (owner.url === undefined || (await answers(owner.url))))
    throw new StartFailure(
      `the local cloud already runs${owner.url === undefined ? "" : ` at ${owner.url}`} (process ${owner.pid}): stop it first`,
    );
  const write = (now: Owner): void => writeFileSync(file, JSON.stringify(now));
  write({ pid: process.pid });
  return { publish: (url) => write({ pid: process.pid, url }), release: () => rmSync(file, { force: true }) };
};
