import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred, type RecordBase } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { Calendar } from "../../../shared/time/compile-calendar.ts";
import type { RequestItemSnapshot, RequestSnapshot } from "../events.ts";
import type { ServiceRequest } from "../request.ts";
import type { RequestItem } from "../request-item.ts";
import type { SettingsFields } from "../settings.ts";

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), under which rules. */
export type Circumstances = {
  readonly actor: Actor;
  readonly now: string;
  readonly settings: SettingsFields;
  /** By which working days are counted; Monday to Friday unless given. */
  readonly calendar?: Calendar | undefined;
  /** All items of the request, as they are, where several are looked at. */
  readonly among?: readonly RequestItem[];
  /** The version that the caller has read, where they said so. */
  readonly ifMatch?: number | undefined;
};

type ItemDecision = Decision<RequestItem>;

/** Something people do to an item: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (item: RequestItem, body: z.output<B>, on: Circumstances) => ItemDecision;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

/** An event about an item, carrying it as the changes leave it. */
export const itemHappened = <T extends { item: RequestItemSnapshot }>(
  event: EventType<T>,
  item: RequestItem,
  changes: Partial<RequestItem>,
  extra: Omit<T, "item">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<RequestItem> =>
  occurred(event, { ...extra, item: { ...item, ...changes } } as unknown as T, changes, confidential);

/** The same about a request. */
export const requestHappened = <T extends { request: RequestSnapshot }>(
  event: EventType<T>,
  request: ServiceRequest,
  changes: Partial<ServiceRequest>,
  extra: Omit<T, "request">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<ServiceRequest> =>
  occurred(event, { ...extra, request: { ...request, ...changes } } as unknown as T, changes, confidential);

/** A record as it is after the occurrences so far. */
export const after = <R extends RecordBase>(record: R, decision: Decision<R>): R =>
  Object.assign({}, record, ...decision.map(({ changes }) => changes));

export const invalid = (path: string, message: string): Refusal =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

export const violation = (path: string, message: string): Refusal =>
  new Refusal("rule_violation", undefined, [{ path, message }]);
