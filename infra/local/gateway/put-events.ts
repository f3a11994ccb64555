import { randomUUID } from "node:crypto";
import type { Bus, Clock } from "../parts.ts";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";
import { AwsFailure } from "./aws-failure.ts";
import type { CallingFunction } from "./callers.ts";
import type { Guard } from "./guard.ts";

/** Answers PutEvents: the body to send back. */
export type PutEvents = (caller: CallingFunction, body: Buffer) => PutEventsAnswer;
type PutEventsAnswer = { readonly FailedEntryCount: number; readonly Entries: readonly EntryAnswer[] };
type EntryAnswer =
  | { readonly EventId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

type Entry = {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  /** Seconds since the epoch. */
  readonly Time?: number;
  readonly Resources?: readonly string[];
};

/** Limits of PutEvents; the size is 1 MB since January 2026. */
const maximumEntries = 10;
const maximumBytes = 1024 * 1024;

/** The size as EventBridge counts it. */
const sizeOf = ({ Source = "", DetailType = "", Detail = "", Time, Resources = [] }: Entry): number =>
  [Source, DetailType, Detail, ...Resources].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    Time === undefined ? 0 : 14,
  );

const invalid = (name: string, reason: string): EntryAnswer => ({
  ErrorCode: "InvalidArgument",
  ErrorMessage: `Parameter ${name} is not valid. Reason: ${reason}.`,
});

const parseDetail = (detail: string): unknown => {
  try {
    return JSON.parse(detail);
  } catch {
    return undefined;
  }
};

const isJsonObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Why EventBridge would refuse this entry, if it would. */
const fault = ({ Source, DetailType, Detail }: Entry): EntryAnswer | undefined => {
  if (!Source) return invalid("Source", "Source is a required argument");
  if (!DetailType) return invalid("DetailType", "DetailType is a required argument");
  if (DetailType.length > 128) return invalid("DetailType", "DetailType is longer than 128 characters");
  if (!Detail) return invalid("Detail", "Detail is a required argument");
  if (Source.startsWith("aws."))
    return { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." };
  if (!isJsonObject(parseDetail(Detail)))
    return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  return undefined;
};

const readEntries = (body: Buffer): readonly Entry[] => {
  const { Entries = [] }: { Entries?: readonly Entry[] } = JSON.parse(body.toString());
  if (Entries.length < 1 || Entries.length > maximumEntries)
    throw new AwsFailure(
      "ValidationException",
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${maximumEntries}`,
    );
  if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > maximumBytes)
    throw new AwsFailure(
      "ValidationException",
      "Total size of the entries in the request is over the limit.",
    );
  return Entries;
};

/** Makes the EventBridge side of the gateway. */
export const createPutEvents = (
  assembly: LoadedAssembly,
  guard: Guard,
  bus: Pick<Bus, "put">,
  clock: Pick<Clock, "now">,
): PutEvents => {
  const { account, region } = assembly.place;
  const buses = new Set(assembly.ofType("AWS::Events::EventBus").map(({ arn }) => arn));
  const prefix = `arn:aws:events:${region}:${account}:event-bus/`;
  buses.add(`${prefix}default`);
  const arnOf = (name = "default"): string => (name.startsWith("arn:") ? name : `${prefix}${name}`);

  const demand = (caller: CallingFunction, entry: Entry): void => {
    const busArn = arnOf(entry.EventBusName);
    guard.demand(caller, "events:PutEvents", busArn, {
      "events:source": entry.Source ?? "",
      "events:detail-type": entry.DetailType ?? "",
    });
    if (!buses.has(busArn))
      throw new AwsFailure("ResourceNotFoundException", `Event bus ${entry.EventBusName} does not exist.`);
  };

  const put = (entry: Entry): EntryAnswer => {
    const refused = fault(entry);
    if (refused !== undefined) return refused;
    const id = randomUUID();
    const epochMs = entry.Time === undefined ? clock.now() : entry.Time * 1000;
    bus.put(arnOf(entry.EventBusName), {
      version: "0",
      id,
      "detail-type": entry.DetailType ?? "",
      source: entry.Source ?? "",
      account,
      // Whole seconds, as EventBridge delivers it.
      time: `${new Date(epochMs).toISOString().slice(0, 19)}Z`,
      region,
      resources: entry.Resources ?? [],
      detail: parseDetail(entry.Detail ?? ""),
    });
    return { EventId: id };
  };

  return (caller, body) => {
    const entries = readEntries(body);
    for (const entry of entries) demand(caller, entry);
    const answers = entries.map(put);
    return { FailedEntryCount: answers.filter((answer) => "ErrorCode" in answer).length, Entries: answers };
  };
};
