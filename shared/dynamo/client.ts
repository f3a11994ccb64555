import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

const nothing = (): void => undefined;

/**
 * Says nothing, as the SDK's own logger does. That one has an `info`, for which the SDK copies every request and
 * answer, a twentieth of what a large read costs; without it there is no copy.
 */
export const quietLogger = {
  trace: nothing,
  debug: nothing,
  warn: nothing,
  error: nothing,
} as unknown as NonNullable<DynamoDBClientConfig["logger"]>;

/**
 * One client per container; the connection to DynamoDB stays open between requests. A call that hangs is cut
 * (the SDK alone would only log a warning) and tried again; three tries end within 10 seconds, so that people
 * hear "busy" from the function and not a bare time-out from the HTTP API.
 */
export const createDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 3,
      logger: quietLogger,
      requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
