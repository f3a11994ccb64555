import { Refusal } from "../domain/refusal.ts";
import { type Attachment, attachmentIdOf, type FileFacts, type WithAttachments } from "./attachment.ts";
import { cleanFileName } from "./file-name.ts";
import { type FileRules, refusedBy } from "./file-rules.ts";
import type { StoredFile } from "./file-store.ts";

/** What changes about a record, and the file that it is about. */
export type AttachmentChange = {
  readonly changes: Pick<WithAttachments, "attachments" | "removedAttachments">;
  readonly attachment: Attachment;
};

/** Removed ones are remembered by their ids: as many as fit a record with room to spare. */
const mostRemoved = 300;

const violation = (path: string, message: string) =>
  new Refusal("rule_violation", undefined, [{ path, message }]);

/** Refuses a file that the rules, or the room in its record, do not allow. */
export const mustTake = (record: WithAttachments, facts: FileFacts, rules: FileRules): void => {
  const { attachments = [], removedAttachments = [] } = record;
  const refused = refusedBy(rules, { ...facts, name: cleanFileName(facts.name) });
  if (refused) throw violation(refused.path, refused.message);
  if (attachments.length >= rules.mostPerRecord)
    throw violation("body", `At most ${rules.mostPerRecord} files in one record`);
  if (removedAttachments.length >= mostRemoved)
    throw violation("body", "Too many files were removed from it: use another record");
};

const isWhatWasSaid = (stored: StoredFile, said: FileFacts): boolean =>
  stored.size === said.size && stored.sha256 === said.sha256 && stored.type === said.type;

type Adding = {
  readonly actorId: string;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly rules: FileRules;
  /** The id under which the bytes were looked for, and what lay there. */
  readonly attachmentId: string;
  readonly stored: StoredFile | undefined;
};

/** A file becomes part of a record, once its bytes are there; undefined where it is part of it already. */
export const attach = (
  record: WithAttachments,
  facts: FileFacts,
  { actorId, now, rules, attachmentId, stored }: Adding,
): AttachmentChange | undefined => {
  const { attachments = [] } = record;
  if (attachments.some(({ id }) => id === attachmentId)) return undefined;
  mustTake(record, facts, rules);
  // It was removed between looking for its bytes and now: those are on their way out.
  if (attachmentIdOf(facts, record) !== attachmentId || stored === undefined)
    throw violation("body.sha256", "Its bytes are not here: send them first");
  if (!isWhatWasSaid(stored, facts))
    throw violation("body", "What was sent is not the file that was described");
  const { size, type, sha256, internal } = facts;
  const attachment: Attachment = {
    id: attachmentId,
    name: cleanFileName(facts.name),
    size,
    type,
    sha256,
    addedBy: actorId,
    addedAt: now,
    ...(internal ? { internal } : {}),
    ...(rules.scan ? { check: "waiting" as const } : {}),
  };
  return { attachment, changes: { attachments: [...attachments, attachment] } };
};

/** One of a record's files, as far as the reader sees it; others are not there. */
export const attachmentIn = (
  { attachments = [] }: WithAttachments,
  attachmentId: string,
  seesInside: boolean,
): Attachment => {
  const found = attachments.find(({ id, internal }) => id === attachmentId && (seesInside || !internal));
  if (!found) throw new Refusal("not_found");
  return found;
};

/**
 * A file goes: by who added it or by who works on the record, at any time, because a password in a picture cannot
 * wait. That it was there stays in the history.
 */
export const detach = (
  record: WithAttachments,
  attachmentId: string,
  by: { readonly actorId: string; readonly worksOn: boolean; readonly seesInside: boolean },
): AttachmentChange => {
  const attachment = attachmentIn(record, attachmentId, by.seesInside);
  if (attachment.addedBy !== by.actorId && !by.worksOn)
    throw new Refusal("forbidden", "Only who added it, or who works on this, removes it");
  const { attachments = [], removedAttachments = [] } = record;
  return {
    attachment,
    changes: {
      attachments: attachments.filter(({ id }) => id !== attachmentId),
      removedAttachments: [...removedAttachments, attachmentId],
    },
  };
};

/** What a scanner found in a file; undefined where that is known or the file is gone. A refusal is final. */
export const judge = (
  record: WithAttachments,
  attachmentId: string,
  check: "clean" | "refused",
): AttachmentChange | undefined => {
  const { attachments = [] } = record;
  const before = attachments.find(({ id }) => id === attachmentId);
  if (!before || before.check === check || before.check === "refused") return undefined;
  const attachment: Attachment = { ...before, check };
  return {
    attachment,
    changes: { attachments: attachments.map((each) => (each === before ? attachment : each)) },
  };
};

/** Whether a file may be handed out: what a scanner has to look at only once it is clean. */
export const mustBeHandedOut = ({ check }: Attachment): void => {
  if (check === "waiting")
    throw new Refusal("rule_violation", "It is being checked for malware: try again in a minute");
  if (check === "refused") throw new Refusal("rule_violation", "It was refused by the malware check");
};
