import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from "jose";
import { createExpiringCache } from "../../../infra/local/token-verifier/expiring-cache.ts";
import { createTokenVerifier, type TokenVerifierOptions } from "../../../infra/local/token-verifier.ts";
import { referenceData } from "./support/reference-data.ts";

type Case = {
  id: string;
  name: string;
  token: string;
  tokenUse: "access" | "id" | "any";
  expected: "accept" | "reject";
  debatable?: true;
};
type Reference = { issuer: string; clientId: string; jwks: JSONWebKeySet; cases: Case[] };

const reference = referenceData<Reference>("jwt/cognito-tokens.json");

/**
 * aws-jwt-verify accepts these three and its authors call refusing them right as well. We refuse:
 * - a token without `exp` never ends. The documentation of HTTP APIs lists `exp` among the claims that must
 *   hold, Cognito always sets it, and "remember a token until it expires" needs an end;
 * - a `crit` header names extensions that must be understood or else the token refused (RFC 7515, 4.1.11).
 *   `exp2` is unknown, and `b64: false` changes what was signed, which RFC 7519 rules out for a JWT anyway.
 */
const refusedByChoice = ["no exp", "crit header unknown extension", "b64=false header"];

describe("a token made after Cognito's", () => {
  const cases = reference?.cases ?? [];
  (cases.length > 0 ? it.each(cases) : it.skip.each([{ name: "(reference data absent)" } as Case]))(
    "is decided as aws-jwt-verify does, or refused where that is debatable: $name",
    async ({ name, token, tokenUse, expected, debatable }) => {
      const { issuer, clientId, jwks } = reference as Reference;
      const verifier = createTokenVerifier({
        issuer,
        audience: [clientId],
        keys: jwks,
        tokenUse,
        now: Date.now,
      });
      const verdict = await verifier.verify(token);
      expect(debatable === true).toBe(refusedByChoice.includes(name));
      expect(verdict.ok).toBe(expected === "accept" && debatable !== true);
    },
  );
});

describe("an HTTP API's verification", () => {
  const start = Date.parse("2030-01-01T00:00:00Z");
  const seconds = start / 1000;
  let jwks: JSONWebKeySet;
  let sign: (claims: JWTPayload, kid?: string) => Promise<string>;
  let time = start;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] };
    sign = (claims, kid = "one") =>
      new SignJWT({ iss: "https://issuer", iat: seconds, exp: seconds + 60, ...claims })
        .setProtectedHeader({ alg: "RS256", kid })
        .sign(privateKey);
  });
  beforeEach(() => {
    time = start;
  });

  const verifier = (more: Partial<TokenVerifierOptions> = {}) =>
    createTokenVerifier({
      issuer: "https://issuer",
      audience: ["api"],
      keys: jwks,
      now: () => time,
      ...more,
    });
  const accepts = async (claims: JWTPayload) => (await verifier().verify(await sign(claims))).ok;

  it("takes the audience from aud, and from client_id only if there is no aud", async () => {
    expect(await accepts({ aud: "api" })).toBe(true);
    expect(await accepts({ aud: ["other", "api"] })).toBe(true);
    expect(await accepts({ client_id: "api" })).toBe(true);
    expect(await accepts({ aud: "other", client_id: "api" })).toBe(false);
    expect(await accepts({ aud: "other" })).toBe(false);
    expect(await accepts({})).toBe(false);
  });

  it("refuses a token issued in the future", async () => {
    expect(await accepts({ aud: "api", iat: seconds + 1 })).toBe(false);
  });

  it("remembers a verified token only within its own time, whichever way the clock moves", async () => {
    const checked = verifier();
    const token = await sign({ aud: "api" });
    const at = async (offset: number) => {
      time = start + offset;
      return (await checked.verify(token)).ok;
    };
    expect([
      await at(0),
      await at(59_999),
      await at(60_000),
      await at(30_000),
      await at(-1000),
      await at(0),
    ]).toEqual([true, true, false, true, false, true]);
  });

  it("remembers no more than its size, forgetting the oldest", () => {
    const cache = createExpiringCache<number>(2, () => time);
    for (const each of [1, 2, 3]) cache.set(String(each), each, 0, Number.MAX_VALUE);
    expect([cache.get("1"), cache.get("2"), cache.get("3")]).toEqual([undefined, 2, 3]);
  });

  it("fetches the keys again for an unknown key, but not for every one", async () => {
    let loads = 0;
    const keys = async () => {
      loads += 1;
      return loads === 1 ? { keys: [] } : jwks;
    };
    const checked = verifier({ keys });
    const token = await sign({ aud: "api" });
    expect((await checked.verify(token)).ok).toBe(false);
    expect((await checked.verify(token)).ok).toBe(false);
    expect(loads).toBe(1);
    time += 60_000;
    expect((await checked.verify(await sign({ aud: "api", exp: seconds + 600 }))).ok).toBe(true);
    expect(loads).toBe(2);
  });
});
