import * as z from "zod";
import { PublishedAttachment } from "../../shared/attachments/published.ts";
import { defineEvent } from "../../shared/events/event-type.ts";
import { RequestItemSnapshot, RequestSnapshot } from "./events.ts";

const event = <S extends z.ZodRawShape>(type: string, summary: string, about: S) =>
  defineEvent({
    source: "itsm.request",
    type,
    version: 1,
    summary,
    data: z.object({ ...about, attachment: PublishedAttachment }),
  });
const request = { request: RequestSnapshot };
const item = { item: RequestItemSnapshot };

const added = "A file was attached to it.";
const removed = "A file was removed from it.";
const checked = "A scanner called one of its files clean, or refused it.";

export const requestFileEvents = {
  added: event("RequestAttachmentAdded", added, request),
  removed: event("RequestAttachmentRemoved", removed, request),
  checked: event("RequestAttachmentChecked", checked, request),
};
export const itemFileEvents = {
  added: event("RequestItemAttachmentAdded", added, item),
  removed: event("RequestItemAttachmentRemoved", removed, item),
  checked: event("RequestItemAttachmentChecked", checked, item),
};

export const attachmentEvents = [...Object.values(requestFileEvents), ...Object.values(itemFileEvents)];
