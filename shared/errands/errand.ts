import * as z from "zod";
import { innerRecord } from "../dynamo/inner-record.ts";
import { type Decision, occurred, type RecordBase } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records-of-kind.ts";
import { defineEvent, type EventType } from "../events/event-type.ts";

/**
 * What became of something that one service asked another to do. `taken`: it is about this record; `waiting`: that
 * is done, and the rest is for somebody else; `done` and `failed` are its end.
 */
export const ErrandAnswer = z.object({
  errandId: z.string(),
  outcome: z.enum(["taken", "waiting", "done", "failed"]),
  recordId: z.string().optional().describe("The record that it is about"),
  text: z.string().optional().describe("Why it failed"),
});
export type ErrandAnswer = z.infer<typeof ErrandAnswer>;
type ErrandEvent = EventType<{ errand: ErrandAnswer }>;

/** The event by which a service answers what it was asked to do. */
export const errandEvent = (source: string): ErrandEvent =>
  defineEvent({
    source,
    type: "ErrandAnswered",
    version: 1,
    summary: "What became of something that another service asked for.",
    data: z.object({ errand: ErrandAnswer }),
  });

/** An errand as the service that does it remembers it: what it is about, and what was tried in vain. */
export type ErrandRecord = RecordBase & {
  readonly outcome: "new" | ErrandAnswer["outcome"];
  readonly recordId?: string | undefined;
  readonly text?: string | undefined;
  readonly tried: readonly string[];
};

const prefix = "ERD-";

export const isErrand = (id: string): boolean => id.startsWith(prefix);

/** With the service in it: ids of events are made of ids of records, and no two are the same anywhere. */
export const errandRecordId = (service: string, errandId: string): string =>
  `${prefix}${service}-${errandId}`;

export const errandRecords = innerRecord<ErrandRecord>("ERD", (id) =>
  isErrand(id) ? { outcome: "new", tried: [] } : undefined,
);

/** It is not over: somebody has to go on with it. */
export const isOpenErrand = ({ outcome }: ErrandRecord): boolean => outcome === "new" || outcome === "taken";

const told = (
  event: ErrandEvent,
  errandId: string,
  outcome: ErrandAnswer["outcome"],
  changes: Partial<ErrandRecord>,
  text?: string,
): Decision<ErrandRecord> => {
  const { recordId } = changes;
  return [occurred(event, { errand: { errandId, outcome, recordId, text } }, { ...changes, outcome, text })];
};

/** Something that one service asks another to do, as the one that does it goes about it. */
export type Errand = {
  readonly load: () => Promise<ErrandRecord>;
  /** It is about this record from now on, unless another one was taken first: the answer says which. */
  readonly take: (recordId: string) => Promise<ErrandRecord>;
  /** That record will not do. */
  readonly drop: (recordId: string) => Promise<ErrandRecord>;
  readonly answer: (answer: Omit<ErrandAnswer, "errandId">) => Promise<ErrandRecord>;
};

/** `part` gives the store for one of several things that the same event does, each of which happens once. */
export const createErrand = (
  part: (name: string) => Records<ErrandRecord>,
  event: ErrandEvent,
  errandId: string,
): Errand => {
  const id = errandRecordId(event.source.split(".").at(-1) ?? "", errandId);
  const update = (name: string, decide: (record: ErrandRecord) => Decision<ErrandRecord>) =>
    part(`errand#${name}`).update(id, undefined, decide);
  return {
    load: () => part("errand").get(id),
    take: (recordId) =>
      update(`take#${recordId}`, (record) =>
        record.outcome === "new" && !record.tried.includes(recordId)
          ? told(event, errandId, "taken", { recordId })
          : [],
      ),
    drop: (recordId) =>
      update(`drop#${recordId}`, (record) =>
        record.outcome === "taken" && record.recordId === recordId
          ? [
              occurred(
                event,
                { errand: { errandId, outcome: "taken" } },
                { outcome: "new", recordId: undefined, tried: [...record.tried, recordId] },
              ),
            ]
          : [],
      ),
    answer: ({ outcome, recordId, text }) =>
      update(`answer#${outcome}`, (record) =>
        record.outcome === "done" || record.outcome === "failed" || record.outcome === outcome
          ? []
          : told(event, errandId, outcome, { recordId: recordId ?? record.recordId }, text),
      ),
  };
};
