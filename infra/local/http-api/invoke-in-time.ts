import type { Functions, InvokeResult } from "../parts.ts";

/**
 * Waits no longer than it may (without a time-out: for ever), and tells the function's container when it stops
 * waiting; undefined if too late.
 */
export const invokeInTime = async (
  functions: Functions,
  functionArn: string,
  event: unknown,
  timeoutMs: number | undefined,
): Promise<InvokeResult | undefined> => {
  if (timeoutMs === undefined) return functions.invoke(functionArn, event);
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
      abort.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([functions.invoke(functionArn, event, { signal: abort.signal }), late]);
  } finally {
    clearTimeout(timer);
  }
};
