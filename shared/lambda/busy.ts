/** Errors of AWS services and the network that pass by themselves: the caller is asked to come back. */
const names = new Set([
  "InternalServerError",
  "InternalFailure",
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "ServiceUnavailableException",
  "ThrottlingException",
  "TimeoutError",
  "TransactionConflictException",
  "TransactionInProgressException",
  "ECONNREFUSED",
  "ECONNRESET",
]);

export const isBusy = (error: unknown): boolean => {
  const { name, code } = error as { name?: string; code?: string };
  return names.has(name ?? "") || names.has(code ?? "");
};
