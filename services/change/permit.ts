import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import * as z from "zod";

/**
 * A permit says that one change may be carried out now. It is a JSON Web Token (RFC 7519) signed with Ed25519
 * (`EdDSA`, RFC 8037), so a pipeline can check it with the public key alone, and nobody but this service can write
 * one. The same claims give the same signature: who asks again under the same key gets the permit they had.
 */
const PermitClaims = z.object({
  iss: z.literal("steward/change"),
  /** The change. */
  sub: z.string(),
  /** The permit's own id, by which the change remembers it. */
  jti: z.string(),
  /** To whom it was given. */
  azp: z.string(),
  /** The service it is for, where the change is about one. */
  service: z.string().optional(),
  /** Seconds since 1970. */
  iat: z.number().int(),
  exp: z.number().int(),
});
export type PermitClaims = z.infer<typeof PermitClaims>;

/** What signs permits; its private half never leaves where it is kept. */
export type PermitKey = {
  readonly publicKey: () => Promise<JsonWebKey>;
  readonly sign: (text: string) => Promise<Buffer>;
};

/** The public half, as a JSON Web Key Set (RFC 7517) shows it. */
export const publicKeyOf = async (key: PermitKey): Promise<JsonWebKey & { readonly kid: string }> => {
  const { kty, crv, x } = await key.publicKey();
  return { kty, crv, x, alg: "EdDSA", use: "sig", kid: String(x).slice(0, 12) };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const sealPermit = async (key: PermitKey, claims: PermitClaims): Promise<string> => {
  const { kid } = await publicKeyOf(key);
  const text = `${part({ alg: "EdDSA", typ: "JWT", kid })}.${part(claims)}`;
  return `${text}.${(await key.sign(text)).toString("base64url")}`;
};

const read = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
};

/** The claims of a permit that this key signed, whether or not its time is over; nothing otherwise. */
export const openPermit = async (key: PermitKey, permit: string): Promise<PermitClaims | undefined> => {
  const [header = "", claims = "", signature = "", ...more] = permit.split(".");
  // What decodes to the same bytes in another spelling is another permit, and none that was given.
  const isPlain = [header, claims, signature].every(
    (each) => Buffer.from(each, "base64url").toString("base64url") === each,
  );
  if (more.length > 0 || !isPlain) return undefined;
  const given = Buffer.from(signature, "base64url");
  if ((read(header) as { alg?: unknown } | undefined)?.alg !== "EdDSA" || given.length !== 64)
    return undefined;
  const text = Buffer.from(`${header}.${claims}`);
  const jwk = { key: await key.publicKey(), format: "jwk" } as const;
  if (!verify(null, text, createPublicKey(jwk), given)) return undefined;
  return PermitClaims.safeParse(read(claims)).data;
};

/** Whether a permit's time is not over at a moment (ISO 8601). */
export const isCurrent = ({ exp }: PermitClaims, now: string): boolean => Date.parse(now) < exp * 1000;
