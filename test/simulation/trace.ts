import { createHash } from "node:crypto";

/** What happened, step by step; two runs are the same when their hashes are. */
export type Trace = {
  readonly add: (line: string) => void;
  readonly hash: () => string;
  readonly lines: () => readonly string[];
};

/** Ids that the HTTP API draws anew in every process. */
const withoutIds = (line: string): string => line.replaceAll(/"correlationId\\?":\\?"[^"\\]*/g, "");

export const createTrace = (): Trace => {
  const lines: string[] = [];
  return {
    add: (line) => void lines.push(withoutIds(line)),
    lines: () => lines,
    hash: () => createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16),
  };
};
