import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Clock, Log } from "../parts.ts";

/** One line of the cloud's own log. */
export type LogLine = {
  readonly time: string;
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** The cloud's log: the latest lines in memory for the status page, all of them in a file if there is one. */
export type CloudLog = { readonly log: Log; readonly recent: () => readonly LogLine[] };

const kept = 300;

/** Makes the log; `also` hears every line, such as the terminal. */
export const createCloudLog = (clock: Pick<Clock, "now">, directory?: string, also?: Log): CloudLog => {
  const lines: LogLine[] = [];
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const file = directory === undefined ? undefined : path.join(directory, "cloud.log");
  return {
    log: (level, message, fields) => {
      const line: LogLine = {
        time: new Date(clock.now()).toISOString(),
        level,
        message,
        ...(fields === undefined ? {} : { fields }),
      };
      lines.push(line);
      if (lines.length > kept) lines.shift();
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
      also?.(level, message, fields);
    },
    recent: () => [...lines],
  };
};
