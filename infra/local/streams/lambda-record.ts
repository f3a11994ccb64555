import type { StreamRecord } from "./stream-api.ts";
import type { StreamMapping } from "./stream-mapping.ts";

/** A stream record as the function gets it. */
export type LambdaStreamRecord = Omit<StreamRecord, "userIdentity"> & {
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly userIdentity?: { readonly type: string; readonly principalId: string };
};

/** How AWS marks deletions by time to live. */
const byTimeToLive = { type: "Service", principalId: "dynamodb.amazonaws.com" };

/**
 * Words a record as Lambda does. DynamoDB Local names deletions by time to live UNKNOWN_TO_SDK_VERSION,
 * rounds the creation time to minutes of real time and calls the region "ddblocal".
 */
export const lambdaRecord = (
  { userIdentity, ...record }: StreamRecord,
  { region, streamArn }: StreamMapping,
  now: number,
  isExpired: (keys: unknown) => boolean,
): LambdaStreamRecord => {
  const isRemoval = record.eventName === "REMOVE" || record.eventName === "UNKNOWN_TO_SDK_VERSION";
  const expired =
    record.eventName === "UNKNOWN_TO_SDK_VERSION" || (isRemoval && isExpired(record.dynamodb.Keys));
  const dynamodb = { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(now / 1000) };
  return {
    eventID: record.eventID.replaceAll("-", ""),
    eventName: isRemoval ? "REMOVE" : record.eventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: region,
    dynamodb,
    eventSourceARN: streamArn,
    ...(expired ? { userIdentity: byTimeToLive } : {}),
  };
};
