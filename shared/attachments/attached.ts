import type * as z from "zod";
import type { Actor, Permission } from "../access/actor.ts";
import type { Decision, Occurrence } from "../dynamo/record.ts";
import type { EventType } from "../events/event-type.ts";
import type { WithAttachments } from "./attachment.ts";
import type { AttachmentChange } from "./decide.ts";
import type { FileContext } from "./file-store.ts";

/** What may happen to a record's files. */
export type FileNews = "added" | "removed" | "checked";

/** The event, with what follows for the record. */
export type Tell<R> = (news: FileNews, record: R, change: AttachmentChange) => Occurrence<R>;

/** A kind of record that files can be attached to: what of it endpoints and subscriptions cannot know. */
export type Attached<R extends WithAttachments, C extends FileContext> = {
  /** As operations are named after it, such as `Thing`. */
  readonly noun: string;
  /** Such as `/things/{thingId}`. */
  readonly path: `/${string}`;
  /** Its one path parameter. */
  readonly param: string;
  readonly params: z.ZodType;
  readonly reply: z.ZodType;
  /** Who may add and remove files, if the record allows it. */
  readonly permission: Permission;
  readonly readPermission: Permission;
  /** As the caller sees it; refuses with `not_found` what they do not. */
  readonly get: (id: string, context: C) => Promise<R>;
  readonly update: (
    id: string,
    ifMatch: number | undefined,
    context: C,
    decide: (record: R) => Decision<R>,
  ) => Promise<R>;
  /** Refuses where its state takes no more files. */
  readonly mustBeOpen: (record: R) => void;
  readonly seesInside: (actor: Actor, record: R) => boolean;
  readonly worksOn: (actor: Actor, record: R) => boolean;
  /** What has to be known to tell of a file, read once before the decision is made. */
  readonly telling: (context: C, actor: Actor) => Promise<Tell<R>>;
  readonly events: Readonly<Record<FileNews, EventType>>;
  readonly now: (context: C) => string;
};

/** Where a file's bytes lie among those of its service. */
export const keyOf = (recordId: string, attachmentId: string): string => `${recordId}/${attachmentId}`;
