import * as z from "zod";
import type { Actor } from "../access/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Endpoint, endpoint } from "../http/endpoint.ts";
import { type Attached, keyOf } from "./attached.ts";
import { Attachment, AttachmentId, attachmentIdOf, FileFacts, type WithAttachments } from "./attachment.ts";
import { attach, attachmentIn, detach, mustBeHandedOut, mustTake } from "./decide.ts";
import { isPicture } from "./file-rules.ts";
import type { FileContext } from "./file-store.ts";

const Upload = z.object({
  attachmentId: AttachmentId.describe("What it will be, once it is attached"),
  upload: z
    .object({
      method: z.literal("PUT"),
      url: z.url(),
      headers: z.record(z.string(), z.string()).describe("To be sent exactly so; Content-Length besides"),
      expiresAt: z.iso.datetime(),
    })
    .describe("The request that sends the bytes, to be made once; it carries no token"),
});
const link = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
const Opened = z.object({
  attachment: Attachment,
  download: link.describe("Answers with the file, to be saved"),
  preview: link.optional().describe("Answers with the picture, to be shown within a page"),
});

const One = z.strictObject({ attachmentId: AttachmentId });

const idIn = ({ param }: { readonly param: string }, params: unknown): string =>
  (params as Readonly<Record<string, string>>)[param] ?? "";

const mustBeAllowed = <R extends WithAttachments, C extends FileContext>(
  of: Attached<R, C>,
  actor: Actor,
  record: R,
  { internal }: FileFacts,
): void => {
  of.mustBeOpen(record);
  if (internal && !of.seesInside(actor, record))
    throw new Refusal("forbidden", "Internal files are for those who work on it");
};

const askUpload = <R extends WithAttachments, C extends FileContext>(of: Attached<R, C>): Endpoint<C> =>
  endpoint({
    id: `ask${of.noun}Upload`,
    summary: "Ask where the bytes of a file are to be sent",
    route: `POST ${of.path}/uploads`,
    permission: of.permission,
    params: of.params,
    body: FileFacts,
    reply: Upload,
    safe: true,
    refusals: ["not_found", "illegal_transition", "rule_violation"],
    handle: async ({ params, body, actor }, context: C) => {
      const id = idIn(of, params);
      const record = await of.get(id, context);
      mustBeAllowed(of, actor, record, body);
      mustTake(record, body, context.fileRules);
      const attachmentId = attachmentIdOf(body, record);
      const { size, type, sha256 } = body;
      const upload = await context.files.uploadTo(keyOf(id, attachmentId), { size, type, sha256 });
      return { attachmentId, upload };
    },
  });

const addAttachment = <R extends WithAttachments, C extends FileContext>(of: Attached<R, C>): Endpoint<C> =>
  endpoint({
    id: `add${of.noun}Attachment`,
    summary: "Attach a file whose bytes were sent",
    route: `POST ${of.path}/attachments`,
    permission: of.permission,
    params: of.params,
    body: FileFacts,
    reply: of.reply,
    refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
    handle: async ({ params, body, actor, ifMatch }, context: C) => {
      const id = idIn(of, params);
      const attachmentId = attachmentIdOf(body, await of.get(id, context));
      const stored = await context.files.find(keyOf(id, attachmentId));
      const tell = await of.telling(context, actor);
      return of.update(id, ifMatch, context, (record) => {
        mustBeAllowed(of, actor, record, body);
        const adding = { actorId: actor.id, now: of.now(context), rules: context.fileRules };
        const change = attach(record, body, { ...adding, attachmentId, stored });
        return change ? [tell("added", record, change)] : [];
      });
    },
  });

const openAttachment = <R extends WithAttachments, C extends FileContext>(of: Attached<R, C>): Endpoint<C> =>
  endpoint({
    id: `open${of.noun}Attachment`,
    summary: "Get addresses at which a file can be fetched for a minute",
    route: `POST ${of.path}/attachments/open`,
    permission: of.readPermission,
    params: of.params,
    body: One,
    reply: Opened,
    safe: true,
    refusals: ["not_found", "rule_violation"],
    handle: async ({ params, body: { attachmentId }, actor }, context: C) => {
      const id = idIn(of, params);
      const record = await of.get(id, context);
      const attachment = attachmentIn(record, attachmentId, of.seesInside(actor, record));
      mustBeHandedOut(attachment);
      const key = keyOf(id, attachmentId);
      const { files } = context;
      const preview = isPicture(attachment.type)
        ? { preview: await files.linkTo(key, { ...attachment, shown: true }) }
        : {};
      return { attachment, download: await files.linkTo(key, attachment), ...preview };
    },
  });

const removeAttachment = <R extends WithAttachments, C extends FileContext>(
  of: Attached<R, C>,
): Endpoint<C> =>
  endpoint({
    id: `remove${of.noun}Attachment`,
    summary: "Remove a file: one's own, or any by who works on it",
    route: `POST ${of.path}/attachments/remove`,
    permission: of.permission,
    params: of.params,
    body: One,
    reply: of.reply,
    refusals: ["not_found", "version_conflict"],
    handle: async ({ params, body: { attachmentId }, actor, ifMatch }, context: C) => {
      const tell = await of.telling(context, actor);
      return of.update(idIn(of, params), ifMatch, context, (record) => {
        const [worksOn, seesInside] = [of.worksOn(actor, record), of.seesInside(actor, record)];
        const change = detach(record, attachmentId, { actorId: actor.id, worksOn, seesInside });
        return [tell("removed", record, change)];
      });
    },
  });

/**
 * How files come to a kind of record and from it, in four operations. Bytes never pass through the API: it says
 * where they are to be sent, and takes them for the record when they are there and are what was said.
 */
export const attachmentEndpoints = <R extends WithAttachments, C extends FileContext>(
  of: Attached<R, C>,
): readonly Endpoint<C>[] => [askUpload(of), addAttachment(of), openAttachment(of), removeAttachment(of)];
