import * as z from "zod";

/**
 * A published fact. `source`, `type` and `version` name it on the bus (detail-type `IncidentResolved.v1`);
 * a published version is frozen: what consumers rely on changes only by a new version beside the old one.
 */
export type EventType<T = unknown> = {
  readonly source: string;
  readonly type: string;
  readonly version: number;
  readonly summary: string;
  readonly data: z.ZodType<T>;
};

export const defineEvent = <T>(event: EventType<T>): EventType<T> => event;

export const detailType = (event: Pick<EventType, "type" | "version">): string =>
  `${event.type}.v${event.version}`;

/** Who did what to which record, and why; `sequence` is the record's version after the event. */
export const EventMeta = z.object({
  eventId: z.string().describe("Unique and repeatable, <record>-<sequence>: consumers deduplicate by it"),
  occurredAt: z.iso.datetime(),
  actor: z.object({ id: z.string(), name: z.string().optional() }),
  subject: z.string().describe("Id of the record the event is about"),
  sequence: z.number().int().describe("The record's version after it"),
  correlationId: z.string().describe("The same for everything that one call from outside set off"),
  causationId: z.string().optional().describe("The event that set this one off, if one did"),
});
export type EventMeta = Readonly<z.infer<typeof EventMeta>>;

/** The `detail` of an event on the bus. */
export type EventDetail<T = unknown> = { readonly meta: EventMeta; readonly data: T };
