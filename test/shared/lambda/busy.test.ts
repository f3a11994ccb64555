import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { isBusy } from "../../../shared/lambda/busy.ts";

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const named = (name: string, code?: string) => Object.assign(new Error("no"), { name, code });

describe("an error that passes by itself", () => {
  it.each([
    ["a throttled call", named("ThrottlingException")],
    ["a call that was not answered in time", named("TimeoutError", "ETIMEDOUT")],
    ["a connection that broke", named("Error", "ECONNRESET")],
    ["a transaction that was throttled", cancelled("None", "ThrottlingError")],
    ["a transaction over its capacity", cancelled("ProvisionedThroughputExceeded", "None")],
  ])("is %s", (_, error) => {
    expect(isBusy(error)).toBe(true);
  });

  it.each([
    ["a defect", new TypeError("x is undefined")],
    ["a transaction whose condition failed", cancelled("ConditionalCheckFailed", "None")],
    ["a call that is not allowed", named("AccessDeniedException")],
  ])("is not %s", (_, error) => {
    expect(isBusy(error)).toBe(false);
  });
});
