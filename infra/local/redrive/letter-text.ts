import type { DeadLetter } from "../cloud/dead-letters.ts";

type Event = {
  readonly source?: string;
  readonly "detail-type"?: string;
  readonly id?: string;
  readonly detail?: { readonly meta?: { readonly eventId?: string } };
};
type Stream = {
  readonly DDBStreamBatchInfo?: { readonly batchSize: number; readonly startSequenceNumber: string };
  readonly requestContext?: { readonly condition: string; readonly approximateInvokeCount: number };
};
type Logged = {
  readonly subscription?: string;
  readonly error?: { readonly name?: string; readonly message?: string };
  readonly outcome?: { readonly ErrorCode?: string; readonly ErrorMessage?: string };
};

const parsed = (body: string): Event & Stream => {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
};

const aboutWhat = ({ body, id }: DeadLetter): string => {
  const { source, "detail-type": type, id: busId, detail, DDBStreamBatchInfo: batch } = parsed(body);
  if (batch !== undefined) return `${batch.batchSize} stream records from ${batch.startSequenceNumber}`;
  return source === undefined ? `message ${id}` : `${type} of ${source}, ${detail?.meta?.eventId ?? busId}`;
};

const why = ({ attributes, log, body }: DeadLetter): string => {
  const { error, outcome } = (typeof log === "object" ? log : {}) as Logged;
  if (attributes.ERROR_CODE !== undefined) return `${attributes.ERROR_CODE}: ${attributes.ERROR_MESSAGE}`;
  if (error !== undefined) return `${error.name}: ${error.message}`;
  if (outcome !== undefined) return `${outcome.ErrorCode}: ${outcome.ErrorMessage}`;
  return attributes.LastError ?? parsed(body).requestContext?.condition ?? "unknown";
};

/** A dead letter in two lines: who should have done what and how often it was tried, and the last error. */
export const letterText = (letter: DeadLetter): string => {
  const { queue, receives, attributes, log } = letter;
  const { subscription } = (typeof log === "object" ? log : {}) as Logged;
  const stream = parsed(letter.body).requestContext?.approximateInvokeCount;
  const tries = stream ?? (attributes.RETRY_ATTEMPTS ? Number(attributes.RETRY_ATTEMPTS) + 1 : receives);
  const to = subscription === undefined ? "" : ` for ${subscription}`;
  const reason = why(letter).replaceAll(/\s+/g, " ");
  return `${queue}: ${aboutWhat(letter)}${to}, tried ${tries} times\n  ${reason}`;
};
