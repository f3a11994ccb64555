import { createHash } from "node:crypto";

/** Which resource it is. */
type Subject = { readonly stack: string; readonly logicalId: string };

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
/** A stable id of the form AWS generates at random, so that a restart finds its data again. */
export const generatedId = (subject: Subject, length: number): string =>
  [...createHash("sha256").update(`${subject.stack}/${subject.logicalId}`).digest().subarray(0, length)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join("");

export const generatedName = (subject: Subject, limit = 64): string => {
  const name = `${subject.stack}-${subject.logicalId}`;
  return name.length <= limit ? name : `${name.slice(0, limit - 9)}-${generatedId(subject, 8)}`;
};

export const uuid = (subject: Subject): string =>
  generatedId(subject, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
