import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/**
 * One client per container; the connection to DynamoDB stays open between requests. Time-outs leave room for
 * the SDK's own retries within the 29 seconds the HTTP API waits.
 */
export const createDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ maxAttempts: 4, requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
