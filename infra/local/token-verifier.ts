import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { createExpiringCache } from "./token-verifier/expiring-cache.ts";

type TokenVerdict =
  | { readonly ok: true; readonly claims: JWTPayload }
  | { readonly ok: false; readonly reason: string };

export type TokenVerifier = { readonly verify: (token: string) => Promise<TokenVerdict> };

export type TokenVerifierOptions = {
  readonly issuer: string;
  /** Client or API identifiers; a token must name one of them in `aud`, or in `client_id` if it has no `aud`. */
  readonly audience: readonly string[];
  /** The issuer's keys, or how to fetch them: once, and again when a token names a key not seen before. */
  readonly keys: JSONWebKeySet | (() => Promise<JSONWebKeySet>);
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Also apply Cognito's own rules for an access or id token; an HTTP API alone does not look at `token_use`. */
  readonly tokenUse?: "access" | "id" | "any";
  /** How many verified tokens are remembered. */
  readonly cacheSize?: number;
};

/** A token names an unknown key at will: without a pause each would cost the issuer a request. */
const reloadPauseMs = 60_000;

/** `$` without the m flag is the very end: a trailing newline does not pass. */
const compactForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

const refuse = (reason: string): never => {
  throw new TokenRefused(reason);
};

const checkAudience = ({ aud, client_id }: JWTPayload, audience: readonly string[]): void => {
  const named = aud === undefined ? [client_id] : [aud].flat();
  if (!named.some((each) => audience.includes(String(each))))
    refuse(aud === undefined ? "client_id is not allowed" : "audience is not allowed");
};

/** A Cognito token says its use, and each use names its client in one claim only. */
const checkCognitoUse = (
  claims: JWTPayload,
  wanted: "access" | "id" | "any",
  audience: readonly string[],
): void => {
  const { token_use: use } = claims;
  if (use !== "access" && use !== "id") refuse("token_use is neither access nor id");
  if (wanted !== "any" && use !== wanted) refuse(`token_use is not ${wanted}`);
  const client = use === "access" ? claims.client_id : claims.aud;
  if (typeof client !== "string" || !audience.includes(client)) refuse("client is not allowed");
};

const checkClaims = (claims: JWTPayload, options: TokenVerifierOptions): void => {
  for (const name of ["sub", "jti", "scope"])
    if (claims[name] !== undefined && typeof claims[name] !== "string") refuse(`${name} is not a string`);
  if (claims.iat !== undefined && claims.iat * 1000 > options.now()) refuse("issued in the future");
  if (options.tokenUse === undefined) checkAudience(claims, options.audience);
  else checkCognitoUse(claims, options.tokenUse, options.audience);
};

const createKeySource = ({ keys, now }: TokenVerifierOptions) => {
  if (typeof keys !== "function") return createLocalJWKSet(keys);
  let loaded: ReturnType<typeof createLocalJWKSet> | undefined;
  let loadedAt = 0;
  const load = async () => {
    loadedAt = now();
    loaded = createLocalJWKSet(await keys());
    return loaded;
  };
  return async (...args: Parameters<ReturnType<typeof createLocalJWKSet>>) => {
    const known = loaded ?? (await load());
    try {
      return await known(...args);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || Math.abs(now() - loadedAt) < reloadPauseMs)
        throw error;
      return (await load())(...args);
    }
  };
};

const checkForm = (token: string): void => {
  if (!compactForm.test(token)) refuse("not a compact JWT");
  const { alg, kid } = decodeProtectedHeader(token);
  // Only public-key signatures: "none" and HMAC would let the holder of the public key sign.
  if (alg !== "RS256") refuse("algorithm is not RS256");
  if (typeof kid !== "string") refuse("kid is missing");
};

/**
 * Verifies bearer tokens as the JWT authorizer of an HTTP API does: RS256 by a key named by `kid`, issuer,
 * audience, and the times by the given clock. A verified token is remembered until it expires, because
 * checking a signature costs more than everything else in a request.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const key = createKeySource(options);
  const verified = createExpiringCache<JWTPayload>(options.cacheSize ?? 1000, options.now);

  const verifyAnew = async (token: string): Promise<JWTPayload> => {
    checkForm(token);
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["RS256"],
      issuer: options.issuer,
      requiredClaims: ["exp"],
      currentDate: new Date(options.now()),
    });
    checkClaims(payload, options);
    return payload;
  };

  return {
    verify: async (token) => {
      const known = verified.get(token);
      if (known !== undefined) return { ok: true, claims: known };
      try {
        const claims = await verifyAnew(token);
        const from = Math.max(claims.nbf ?? 0, claims.iat ?? 0) * 1000;
        verified.set(token, claims, from, (claims.exp ?? 0) * 1000);
        return { ok: true, claims };
      } catch (error) {
        if (error instanceof TokenRefused || error instanceof errors.JOSEError || error instanceof TypeError)
          return { ok: false, reason: error.message };
        throw error;
      }
    },
  };
};
