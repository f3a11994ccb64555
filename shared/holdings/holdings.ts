import * as z from "zod";
import { innerRecord } from "../dynamo/inner-record.ts";
import { type Decision, occurred, type RecordBase } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records-of-kind.ts";
import { defineEvent, type EventType } from "../events/event-type.ts";

/** Something that refers to a person: its kind in one word, and its id. */
export const Holding = z.object({ kind: z.string(), id: z.string() });
export type Holding = z.infer<typeof Holding>;

/** Enough to see what is left to do; the count says how much there is. */
const mostNamed = 100;

/** What a service still holds of a person, as it found when a case asked for the so many-th time. */
export const HoldingsReport = z.object({
  caseId: z.string(),
  personId: z.string(),
  round: z.number().int(),
  count: z.number().int(),
  holdings: z.array(Holding).describe(`The first ${mostNamed}`),
});
export type HoldingsReport = z.infer<typeof HoldingsReport>;
type HoldingsEvent = EventType<{ report: HoldingsReport }>;

/** The event by which a service answers what it holds of a person. */
export const holdingsEvent = (source: string): HoldingsEvent =>
  defineEvent({
    source,
    type: "HoldingsFound",
    version: 1,
    summary: "What still refers to a person here, as a departure asked; nothing left is an answer, too.",
    data: z.object({ report: HoldingsReport }),
  });

/** A service's latest answer in a case; nobody reads it but who gets the event. */
export type HeldRecord = RecordBase & HoldingsReport;

const prefix = "HLD-";

export const isHeldRecord = (id: string): boolean => id.startsWith(prefix);

export const heldRecords = innerRecord<HeldRecord>(
  "HLD",
  (id) => (isHeldRecord(id) ? { caseId: "", personId: "", round: 0, count: 0, holdings: [] } : undefined),
  ["holdings"],
);

/** An answer of a later round stands. */
const answer = (before: HeldRecord, report: HoldingsReport, event: HoldingsEvent): Decision<HeldRecord> =>
  before.round > report.round ? [] : [occurred(event, { report }, report)];

/** Tells a case what is held, once for each time it asked. */
export const reportHoldings = async (
  records: Records<HeldRecord>,
  event: HoldingsEvent,
  asked: Pick<HoldingsReport, "caseId" | "personId" | "round">,
  found: readonly Holding[],
): Promise<void> => {
  const report = { ...asked, count: found.length, holdings: found.slice(0, mostNamed) };
  // With the service in it: ids of events are made of ids of records, and no two are the same anywhere.
  const id = `${prefix}${event.source.split(".").at(-1)}-${asked.caseId}`;
  await records.update(id, undefined, (before) => answer(before, report, event));
};
