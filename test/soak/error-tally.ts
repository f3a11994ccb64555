import type { Reply } from "../replay/api-client.ts";

/** An answer that says no, by what a client can make of it. */
export type ErrorLine = {
  readonly status: number;
  /** The problem's code; `none` where the answer is no problem+json. */
  readonly code: string;
  readonly count: number;
  /** How many of them said when to come back. */
  readonly retryAfter: number;
};

/** A 5xx without problem+json, or a 503 or 429 that does not say when to come back. */
export type Unclear = { readonly try: number; readonly status: number; readonly text: string };

export type ErrorTally = {
  readonly hear: (reply: Reply, tryId: number) => void;
  readonly all: () => { readonly lines: readonly ErrorLine[]; readonly unclear: readonly Unclear[] };
};

const problemCode = ({ headers, body }: Reply): string => {
  const isProblem = headers["content-type"]?.startsWith("application/problem+json") === true;
  const { code, title } = (body ?? {}) as { readonly code?: string; readonly title?: string };
  return isProblem ? (code ?? title ?? "none") : "none";
};

/** Counts the error answers that clients heard, and keeps those that were no clear ones. */
export const tallyErrors = (): ErrorTally => {
  const lines = new Map<string, { status: number; code: string; count: number; retryAfter: number }>();
  const unclear: Unclear[] = [];
  return {
    hear: (reply, tryId) => {
      const { status, headers } = reply;
      if (status < 400) return;
      const code = problemCode(reply);
      const line = lines.get(`${status} ${code}`) ?? { status, code, count: 0, retryAfter: 0 };
      lines.set(`${status} ${code}`, line);
      const saysWhen = Number(headers["retry-after"]) > 0;
      line.count++;
      if (saysWhen) line.retryAfter++;
      const needsWhen = status === 503 || status === 429;
      if (code === "none" || (needsWhen && !saysWhen))
        unclear.push({ try: tryId, status, text: JSON.stringify(reply.body).slice(0, 200) });
    },
    all: () => ({ lines: [...lines.values()].toSorted((a, b) => a.status - b.status), unclear }),
  };
};
