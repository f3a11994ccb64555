import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import type { Clock, Journal } from "../parts.ts";

/** Signs what the issuer hands out and recognises it again. */
export type Signer = {
  readonly keys: JSONWebKeySet;
  readonly sign: (claims: JWTPayload, lifetimeSeconds: number) => Promise<string>;
  /** The claims of something this issuer signed for this audience, still valid; undefined for anything else. */
  readonly open: (token: string, audience: string) => Promise<JWTPayload | undefined>;
};

const journalName = "issuer-key";

const createKey = async (journal: Journal): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = await exportJWK(privateKey);
  const named = { ...key, kid: await calculateJwkThumbprint(key), alg: "RS256", use: "sig" };
  journal.rewrite(journalName, [named]);
  return named;
};

/** Loads the key of this data folder, or makes it the first time: tokens stay good over a restart. */
export const loadSigner = async (journal: Journal, issuer: string, clock: Clock): Promise<Signer> => {
  const stored = journal.read(journalName).at(-1) as JWK | undefined;
  const key = stored ?? (await createKey(journal));
  const { kty, n, e, kid, alg, use } = key;
  const publicKey: JWK = { kty, n, e, kid, alg, use } as JWK;
  const signing = await importJWK(key, "RS256");
  const checking = await importJWK(publicKey, "RS256");
  return {
    keys: { keys: [publicKey] },
    sign: (claims, lifetimeSeconds) => {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ ...claims, iss: issuer, iat: now, exp: now + lifetimeSeconds })
        .setProtectedHeader({ alg: "RS256", kid: String(kid), typ: "JWT" })
        .sign(signing);
    },
    open: async (token, audience) => {
      const currentDate = new Date(clock.now());
      const opened = await jwtVerify(token, checking, {
        algorithms: ["RS256"],
        issuer,
        audience,
        currentDate,
      }).catch(() => undefined);
      return opened?.payload;
    },
  };
};
