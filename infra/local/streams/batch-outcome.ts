import type { InvokeResult } from "../parts.ts";
import type { LambdaStreamRecord } from "./lambda-record.ts";

type BatchResponse = { readonly batchItemFailures?: readonly { readonly itemIdentifier?: unknown }[] | null };

/**
 * Index of the record from which the batch must be tried again, or nothing when all of it is done. Without
 * partial responses a failure repeats the whole batch; with them everything before the lowest reported
 * record counts as done, and a response that makes no sense fails the whole batch.
 */
export const failedFrom = (
  result: InvokeResult,
  records: readonly LambdaStreamRecord[],
  reportsFailures: boolean,
): number | undefined => {
  if (!result.ok) return 0;
  if (!reportsFailures || result.value === null) return undefined;
  const { batchItemFailures } = result.value as BatchResponse;
  if (batchItemFailures === undefined || batchItemFailures === null || batchItemFailures.length === 0)
    return undefined;
  const positions = batchItemFailures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  return positions.includes(-1) ? 0 : Math.min(...positions);
};

/** What the function did wrong, in one line. */
export const failureText = (result: InvokeResult): string =>
  result.ok ? "reported as a batch item failure" : `${result.errorType}: ${result.message}`;
