/** Errors of AWS services and the network that pass by themselves: the caller is asked to come back. */
const names = new Set([
  "DependencyTimeoutException",
  "InternalServerError",
  "InternalFailure",
  "KMSInternalException",
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "ServiceUnavailableException",
  "ThrottlingException",
  "TimeoutError",
  "TransactionConflictException",
  "TransactionInProgressException",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
]);

/** Why a transaction of items that are in order was cancelled: the SDK does not try it again by itself. */
const passing = new Set(["ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict"]);

type Failure = {
  readonly name?: string;
  readonly code?: string;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
};

export const isBusy = (error: unknown): boolean => {
  const { name = "", code = "", CancellationReasons: reasons = [] } = error as Failure;
  return names.has(name) || names.has(code) || reasons.some(({ Code = "" }) => passing.has(Code));
};
