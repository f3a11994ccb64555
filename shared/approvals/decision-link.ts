import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

/**
 * What a link in a mail lets its holder do: decide once, as this person, on this question of this record,
 * until it expires.
 */
const LinkClaims = z.strictObject({
  recordId: z.string(),
  /** Which of the record's questions, where it may have several. */
  about: z.string().optional(),
  round: z.number().int(),
  step: z.number().int(),
  personId: z.string(),
  /** ISO 8601 UTC. */
  expiresAt: z.iso.datetime(),
});
export type LinkClaims = z.infer<typeof LinkClaims>;

const signature = (key: Buffer, text: string): string =>
  createHmac("sha256", key).update(`decision-link.${text}`).digest("base64url");

/** The text that goes into a link: the claims and their signature (HMAC-SHA-256, RFC 2104). */
export const sealLink = (key: Buffer, claims: LinkClaims): string => {
  const text = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${text}.${signature(key, text)}`;
};

/** The claims of a link that was sealed with this key and is not over yet; nothing otherwise. */
export const openLink = (key: Buffer, link: string, now: string): LinkClaims | undefined => {
  const [text = ""] = link.split(".", 1);
  const given = Buffer.from(link);
  const expected = Buffer.from(`${text}.${signature(key, text)}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims = LinkClaims.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return claims.expiresAt > now ? claims : undefined;
};
