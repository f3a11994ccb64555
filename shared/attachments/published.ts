import * as z from "zod";
import type { Attachment } from "./attachment.ts";

/** A file as events tell of it: what it is called and what is in it stays with the record where that is closed. */
export const PublishedAttachment = z.object({
  id: z.string(),
  size: z.number().int(),
  type: z.string(),
  name: z.string().optional().describe("Absent for an internal file, and for one of a restricted record"),
  internal: z.boolean().optional(),
  check: z.enum(["waiting", "clean", "refused"]).optional(),
});
export type PublishedAttachment = z.infer<typeof PublishedAttachment>;

export const published = (
  { id, size, type, name, internal, check }: Attachment,
  isClosed: boolean,
): PublishedAttachment => ({
  id,
  size,
  type,
  ...(isClosed || internal ? {} : { name }),
  ...(internal ? { internal } : {}),
  ...(check === undefined ? {} : { check }),
});
