import { appendFileSync, createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Witness } from "../../infra/local/cloud/witness.ts";
import type { InvokeResult } from "../../infra/local/parts.ts";

/** Tells a request's try apart from all others, on its way through the HTTP API to the function. */
export const tryHeader = "x-soak-try";

/** An event by what the invariants ask of it. */
type EventKey = { readonly eventId: string; readonly subject: string };

/** One thing that happened in the cloud; times are virtual epoch milliseconds. */
export type Line =
  | { readonly is: "published"; readonly at: number; readonly event: EventKey }
  | { readonly is: "asked"; readonly at: number; readonly try: number; readonly requestId: string }
  | { readonly is: "unanswered"; readonly try: number; readonly why: string }
  | {
      readonly is: "ran";
      readonly functionArn: string;
      readonly at: number;
      readonly endedAt: number;
      /** Why it failed, if it did. */
      readonly why?: string;
      /** What came out of a queue, and whether the function had done with it. */
      readonly messages?: readonly (EventKey & { readonly ok: boolean })[];
      /** The schedule it ran for. */
      readonly schedule?: string;
    };

type SqsRecord = { readonly messageId: string; readonly body: string; readonly eventSource?: string };
type Event = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestContext?: { readonly requestId: string };
  readonly Records?: readonly SqsRecord[];
  readonly schedule?: string;
};

const keyOf = (detail: unknown): EventKey => {
  const { eventId, subject } = (detail as { readonly meta: EventKey }).meta;
  return { eventId, subject };
};

const whyOf = (result: InvokeResult): string | undefined =>
  result.ok ? undefined : `${result.errorType}: ${result.message}`;

const messagesOf = (records: readonly SqsRecord[], result: InvokeResult) => {
  type Failures = { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] };
  const { batchItemFailures = [] } = (result.ok ? (result.value ?? {}) : {}) as Failures;
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  return records.map(({ messageId, body }) => ({
    ...keyOf(JSON.parse(body).detail),
    ok: result.ok && !failed.has(messageId),
  }));
};

/** Writes down what happens, line by line, before anything follows from it. */
export const writeWitness = (file: string): Witness => {
  const write = (line: Line): void => appendFileSync(file, `${JSON.stringify(line)}\n`);
  // What kill -9 cut off in the middle must not swallow the next line.
  appendFileSync(file, "\n");
  return {
    published: ({ detail }, at) => write({ is: "published", at, event: keyOf(detail) }),
    invoking: (functionArn, event, at) => {
      const { headers, requestContext, Records: records = [], schedule } = event as Event;
      const own = Number(headers?.[tryHeader]);
      if (requestContext !== undefined) {
        if (own > 0) write({ is: "asked", at, try: own, requestId: requestContext.requestId });
        return (result) => {
          const why = whyOf(result);
          if (own > 0 && why !== undefined) write({ is: "unanswered", try: own, why });
        };
      }
      return (result, endedAt) => {
        const why = whyOf(result);
        const isQueue = records[0]?.eventSource === "aws:sqs";
        write({
          is: "ran",
          functionArn,
          at,
          endedAt,
          ...(why === undefined ? {} : { why }),
          ...(isQueue ? { messages: messagesOf(records, result) } : {}),
          ...(schedule === undefined ? {} : { schedule }),
        });
      };
    },
  };
};

const parse = (text: string): Line | undefined => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads it all back; a line that was cut off by kill -9 was about something that had no effect yet. */
export const readWitness = async (file: string, hear: (line: Line) => void): Promise<void> => {
  if (!existsSync(file)) return;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    const line = parse(text);
    if (line !== undefined) hear(line);
  }
};
