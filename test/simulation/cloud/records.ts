import type { BusEvent } from "../../../infra/local/parts.ts";
import type { Poison } from "./deliveries.ts";
import type { Invoked } from "./invocations.ts";
import type { Handled } from "./queue-lines.ts";

/** A run of a function that the cloud itself asked for. */
export type Run = Invoked & {
  readonly functionArn: string;
  readonly event: unknown;
  readonly endedAt: number;
  /** Milliseconds inside of the container. */
  readonly lastedMs: number;
};

/** Everything that was seen to happen in a world, to be judged at the end. */
export const createRecords = () => {
  const published: BusEvent[] = [];
  const handled: Handled[] = [];
  const runs: Run[] = [];
  const failures: string[] = [];
  const errors: string[] = [];
  const output: string[] = [];
  const planted: Poison[] = [];
  const calls: { readonly name: string; readonly begun: number }[] = [];
  const counts: Record<string, number> = {};
  return {
    published: (event: BusEvent) => void published.push(event),
    handled: (one: Handled) => void handled.push(one),
    ran: (run: Run) => void runs.push(run),
    /** Something failed that nobody had made trouble for. */
    failed: (why: string) => void failures.push(why),
    logged: (level: string, message: string, fields: unknown) => {
      if (level === "error") errors.push(`${message} ${JSON.stringify(fields)}`);
    },
    printed: (line: string) => {
      output.push(line);
      if (output.length > 400) output.shift();
    },
    planted: (poison: Poison) => void planted.push(poison),
    /** `begun` operations had been sent when the call was let through. */
    called: (name: string, begun: number) => void calls.push({ name, begun }),
    counted: (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1;
    },
    all: () => ({ published, handled, runs, failures, errors, output, planted, calls, counts }),
  };
};
export type Records = ReturnType<typeof createRecords>;
