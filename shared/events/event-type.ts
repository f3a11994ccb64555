import type * as z from "zod";

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
export type EventMeta = {
  /** Unique and repeatable: `<record>-<sequence>`. Consumers deduplicate by it. */
  readonly eventId: string;
  /** ISO 8601, UTC. */
  readonly occurredAt: string;
  readonly actor: { readonly id: string; readonly name?: string | undefined };
  /** Id of the record the event is about. */
  readonly subject: string;
  readonly sequence: number;
  /** The same for everything that one call from outside set off. */
  readonly correlationId: string;
  /** The event that set this one off, if one did. */
  readonly causationId?: string | undefined;
};

/** The `detail` of an event on the bus. */
export type EventDetail<T = unknown> = { readonly meta: EventMeta; readonly data: T };
