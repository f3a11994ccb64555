import { createHash } from "node:crypto";
import * as z from "zod";
import { ForeignId } from "../domain/texts.ts";
import type { HistoryEntry, RecordBase } from "../dynamo/record.ts";

const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "SHA-256 in lower-case hexadecimal digits")
  .describe("SHA-256 of its bytes (FIPS 180-4)");
export const AttachmentId = z.string().regex(/^[0-9a-f]{32}$/, "An attachment's id within its record");

/** A file as who wants to attach it describes it; its bytes have to be exactly that. */
export const FileFacts = z.strictObject({
  name: z.string().min(1).max(255).describe("As it was called where it comes from; unsafe characters go"),
  size: z.int().min(1).max(5_000_000_000).describe("Bytes"),
  type: z
    .string()
    .regex(/^[a-z0-9_.+-]{1,64}[/]{1}[a-z0-9_.+-]{1,127}$/, "Such as image/png")
    .describe("Media type (RFC 6838) without parameters"),
  sha256: Sha256,
  internal: z.boolean().default(false).describe("Only for those who see the record's inside"),
});
export type FileFacts = z.infer<typeof FileFacts>;

/** A file that belongs to a record. Its bytes lie in the files' bucket, under the record's and its own id. */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string(),
  size: z.int().describe("Bytes"),
  type: z.string().describe("Media type, as who added it said"),
  sha256: Sha256,
  addedBy: ForeignId,
  addedAt: z.iso.datetime(),
  internal: z.boolean().optional().describe("Only for those who see the record's inside"),
  check: z
    .enum(["waiting", "clean", "refused"])
    .optional()
    .describe("What a scanner says of it, where the installation has one: only what is clean is handed out"),
});
export type Attachment = z.infer<typeof Attachment>;

/** What the API shows of a record with attachments. */
export const attachmentFields = {
  attachments: z
    .array(Attachment)
    .optional()
    .describe("Files that belong to it, in the order they were added"),
};

/** A record that may have attachments. */
export type WithAttachments = RecordBase & {
  readonly attachments?: Attachment[] | undefined;
  /** Ids that are not used again; nobody is shown them. */
  readonly removedAttachments?: string[] | undefined;
};

/** What nobody is shown of how a record with attachments changed: the entry itself says which file it is about. */
export const mechanicalAttachmentFields: readonly string[] = ["attachments", "removedAttachments"];

/**
 * The id that a file gets in a record: its content's, so that the same file is there once, and adding it needs
 * nothing to be kept between asking and sending. Internal files have ids of their own: knowing what an internal
 * file is like does not open it. An id that was removed is not used again, so what removes its bytes later cannot
 * meet a file that was added anew.
 */
export const attachmentIdOf = (
  { sha256, internal }: Pick<FileFacts, "sha256" | "internal">,
  { removedAttachments = [] }: Pick<WithAttachments, "removedAttachments">,
): string => {
  for (let time = 1; ; time += 1) {
    const id = createHash("sha256")
      .update(`${internal ? "internal" : "open"}#${sha256}#${time}`)
      .digest("hex")
      .slice(0, 32);
    if (!removedAttachments.includes(id)) return id;
  }
};

/** A record as those see it who do not see its inside. */
export const withoutInternalFiles = <R extends WithAttachments>(record: R): R => {
  const open = record.attachments?.filter(({ internal }) => !internal);
  return open === undefined ? record : { ...record, attachments: open };
};

/** Whether an entry of the history is about a file that only those may know of who see the record's inside. */
export const isOfInternalFile = ({ data }: Pick<HistoryEntry, "data">): boolean =>
  (data.attachment as Partial<Attachment> | undefined)?.internal === true;
