/** `npm run redrive`: what lies in the dead-letter queues of the running local cloud, and back with it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { DeadLetter, Redriven } from "./cloud/dead-letters.ts";
import { letterText } from "./redrive/letter-text.ts";

const usage = `npm run redrive -- --list           every dead letter: subscription, event, tries, last error
npm run redrive                     move all of them back
npm run redrive -- --queue <name>   only those of one queue
  --url http://127.0.0.1:3000       where the local cloud runs (default: the one started here)

On AWS: docs/operations.md, dead-letters and unpublished-events.`;

const { values } = parseArgs({
  options: {
    list: { type: "boolean", default: false },
    queue: { type: "string" },
    url: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** Written by `npm start`. */
const startedHere = (): string => {
  try {
    return JSON.parse(readFileSync(path.join(".local", "running.json"), "utf8")).url;
  } catch {
    throw new Error("no local cloud runs here: npm start, or name one with --url");
  }
};

const ask = async <T>(url: string, name: string, body?: object): Promise<T> => {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${url}/_local/${name}`, sent);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

type Queue = {
  readonly arn: string;
  readonly name: string;
  readonly isDeadLetter: boolean;
  readonly visible: number;
};

const list = async (url: string, isAsked: (queue: string) => boolean): Promise<void> => {
  const letters = (await ask<readonly DeadLetter[]>(url, "dead-letters")).filter(({ queue }) =>
    isAsked(queue),
  );
  for (const letter of letters) console.log(letterText(letter));
  console.log(letters.length === 0 ? "no dead letters" : `${letters.length} dead letters`);
};

const moveBack = async (url: string, isAsked: (queue: string) => boolean): Promise<boolean> => {
  const { queues } = await ask<{ readonly queues: readonly Queue[] }>(url, "status");
  const full = queues.filter(
    ({ name, isDeadLetter, visible }) => isDeadLetter && visible > 0 && isAsked(name),
  );
  let isDone = true;
  for (const { arn, name } of full) {
    const { moved, left, reason } = await ask<Redriven>(url, "redrive", { arn });
    console.log(`${name}: ${moved} moved back, ${left} left${reason === undefined ? "" : ` (${reason})`}`);
    isDone &&= left === 0;
  }
  if (full.length === 0) console.log("no dead letters");
  return isDone;
};

const main = async (): Promise<boolean> => {
  if (values.help) {
    console.log(usage);
    return true;
  }
  const url = values.url ?? startedHere();
  const isAsked = (queue: string): boolean => values.queue === undefined || values.queue === queue;
  if (!values.list) return moveBack(url, isAsked);
  await list(url, isAsked);
  return true;
};

main().then(
  (isDone) => process.exit(isDone ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
