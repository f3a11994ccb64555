import * as z from "zod";
import { PublishedAttachment } from "../../shared/attachments/published.ts";
import { defineEvent } from "../../shared/events/event-type.ts";
import { IncidentSnapshot } from "./events.ts";

const event = (type: string, summary: string) =>
  defineEvent({
    source: "itsm.incident",
    type,
    version: 1,
    summary,
    data: z.object({ incident: IncidentSnapshot, attachment: PublishedAttachment }),
  });

export const IncidentAttachmentAdded = event("IncidentAttachmentAdded", "A file was attached to it.");
export const IncidentAttachmentRemoved = event("IncidentAttachmentRemoved", "A file was removed from it.");
export const IncidentAttachmentChecked = event(
  "IncidentAttachmentChecked",
  "A scanner called one of its files clean, or refused it.",
);

export const attachmentEvents = [
  IncidentAttachmentAdded,
  IncidentAttachmentRemoved,
  IncidentAttachmentChecked,
];
