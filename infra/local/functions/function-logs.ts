import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";

/** What functions write to standard output and standard error. */
export type FunctionLogs = {
  readonly write: (functionName: string, line: string) => void;
  /** The latest lines of a function, oldest first. */
  readonly tail: (functionName: string) => readonly string[];
  /** The latest line of a function that contains a text, also from before a restart where logs are kept on disk. */
  readonly latestWith: (functionName: string, text: string) => string | undefined;
  /** How often each metric was reported in CloudWatch's embedded metric format. */
  readonly metrics: () => Readonly<Record<string, number>>;
};

/** One file per function and one before it are kept, each of about this size. */
const maximumFileBytes = 5 * 1024 * 1024;
const keptLines = 200;

type EmbeddedMetrics = {
  readonly _aws?: {
    readonly CloudWatchMetrics?: readonly {
      readonly Namespace?: string;
      readonly Metrics?: readonly { readonly Name: string }[];
    }[];
  };
};

const metricNames = (line: string): string[] => {
  if (!line.startsWith("{") || !line.includes('"_aws"')) return [];
  try {
    const { _aws }: EmbeddedMetrics = JSON.parse(line);
    return (_aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Metrics = [] }) =>
      Metrics.map(({ Name }) => `${Namespace}/${Name}`),
    );
  } catch {
    return [];
  }
};

const appendTo = (directory: string): ((name: string, line: string) => void) => {
  mkdirSync(directory, { recursive: true });
  const sizes = new Map<string, number>();
  return (name, line) => {
    const file = path.join(directory, `${name}.log`);
    const size = sizes.get(file) ?? statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > maximumFileBytes) renameSync(file, `${file}.1`);
    appendFileSync(file, `${line}\n`);
    sizes.set(file, (size > maximumFileBytes ? 0 : size) + Buffer.byteLength(line) + 1);
  };
};

const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];

/** Collects output; in memory only unless a directory is given. */
export const createFunctionLogs = (directory?: string): FunctionLogs => {
  const lines = new Map<string, string[]>();
  const counts = new Map<string, number>();
  const append = directory === undefined ? undefined : appendTo(directory);
  return {
    write: (name, line) => {
      append?.(name, line);
      const kept = lines.get(name) ?? [];
      kept.push(line);
      if (kept.length > keptLines) kept.shift();
      lines.set(name, kept);
      for (const metric of metricNames(line)) counts.set(metric, (counts.get(metric) ?? 0) + 1);
    },
    tail: (name) => [...(lines.get(name) ?? [])],
    latestWith: (name, text) => {
      const found = (all: readonly string[]) => all.findLast((line) => line.includes(text));
      const inMemory = found(lines.get(name) ?? []);
      if (inMemory !== undefined || directory === undefined) return inMemory;
      const file = path.join(directory, `${name}.log`);
      return found(linesOf(file)) ?? found(linesOf(`${file}.1`));
    },
    metrics: () => Object.fromEntries(counts),
  };
};
