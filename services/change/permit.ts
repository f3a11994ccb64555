import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  sign,
  verify,
} from "node:crypto";
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

/** The private key as it is kept in the table: a JSON Web Key as text. */
export const makePermitKey = (): string =>
  JSON.stringify(generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" }));

/** The public half, as a JSON Web Key Set (RFC 7517) shows it. */
export const publicKeyOf = (key: string): JsonWebKey & { readonly kid: string } => {
  const { kty, crv, x } = JSON.parse(key) as JsonWebKey;
  return { kty, crv, x, alg: "EdDSA", use: "sig", kid: String(x).slice(0, 12) };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const sealPermit = (key: string, claims: PermitClaims): string => {
  const { kid } = publicKeyOf(key);
  const text = `${part({ alg: "EdDSA", typ: "JWT", kid })}.${part(claims)}`;
  const jwk = { key: JSON.parse(key) as JsonWebKey, format: "jwk" } as const;
  const signature = sign(null, Buffer.from(text), createPrivateKey(jwk));
  return `${text}.${signature.toString("base64url")}`;
};

const read = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
};

/** The claims of a permit that this key signed, whether or not its time is over; nothing otherwise. */
export const openPermit = (key: string, permit: string): PermitClaims | undefined => {
  const [header = "", claims = "", signature = "", ...more] = permit.split(".");
  // What decodes to the same bytes in another spelling is another permit, and none that was given.
  const isPlain = [header, claims, signature].every(
    (each) => Buffer.from(each, "base64url").toString("base64url") === each,
  );
  if (more.length > 0 || !isPlain) return undefined;
  const jwk = { key: publicKeyOf(key) as JsonWebKey, format: "jwk" } as const;
  const given = Buffer.from(signature, "base64url");
  if ((read(header) as { alg?: unknown } | undefined)?.alg !== "EdDSA" || given.length !== 64)
    return undefined;
  const text = Buffer.from(`${header}.${claims}`);
  if (!verify(null, text, createPublicKey(jwk), given)) return undefined;
  return PermitClaims.safeParse(read(claims)).data;
};

/** Whether a permit's time is not over at a moment (ISO 8601). */
export const isCurrent = ({ exp }: PermitClaims, now: string): boolean => Date.parse(now) < exp * 1000;
