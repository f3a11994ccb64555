import type { JSONWebKeySet, JWTPayload } from "jose";
import type { Resource } from "../parts.ts";
import { createTokenVerifier } from "../token-verifier.ts";
import { gatewayReply, type Reply } from "./reply.ts";

/** What a function is told about an accepted token. */
export type AuthorizerContext = {
  readonly jwt: {
    readonly claims: Readonly<Record<string, string>>;
    readonly scopes: readonly string[] | null;
  };
};
type Authorization =
  | { readonly ok: true; readonly context: AuthorizerContext }
  | { readonly ok: false; readonly reply: Reply };

/** Judges an Authorization header for a route that needs one of `scopes` (none needed when empty). */
export type JwtAuthorizer = (header: string | undefined, scopes: readonly string[]) => Promise<Authorization>;

/** Who signs the tokens here, whatever issuer the template names. */
export type LocalIssuer = { readonly issuer: string; readonly keys: JSONWebKeySet };

/** A function sees every claim as a string, and a list as `[a b]`. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.join(" ")}]`;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};

const texts = new WeakMap<JWTPayload, Readonly<Record<string, string>>>();

/** The verifier hands out one object per token, so a token's claims are turned into text once. */
const claimTexts = (claims: JWTPayload): Readonly<Record<string, string>> => {
  const known = texts.get(claims);
  if (known !== undefined) return known;
  const made = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
  texts.set(claims, made);
  return made;
};

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] => {
  const given = scope ?? scp;
  return Array.isArray(given) ? given.map(String) : String(given ?? "").split(" ");
};

const quoted = (text: string): string => text.replaceAll(/[^\x20-\x7e]|["\\]/g, "'");

const unauthorized = (reason: string): Reply =>
  gatewayReply(401, "Unauthorized", {
    "www-authenticate": `Bearer scope="" error="invalid_token" error_description="${quoted(reason)}"`,
  });

const noToken = gatewayReply(401, "Unauthorized", { "www-authenticate": "Bearer" });

const insufficient = (scopes: readonly string[]): Reply =>
  gatewayReply(403, "Forbidden", {
    "www-authenticate": `Bearer scope="${quoted(scopes.join(" "))}" error="insufficient_scope"`,
  });

/** The template's JWT authorizer; its audience check applies, its issuer is the local one. */
export const createJwtAuthorizer = (
  authorizer: Resource,
  local: LocalIssuer,
  now: () => number,
): JwtAuthorizer => {
  const audience: readonly string[] = authorizer.properties.JwtConfiguration?.Audience ?? [];
  const verifier = createTokenVerifier({ issuer: local.issuer, audience, keys: local.keys, now });
  return async (header, scopes) => {
    const token = header?.replace(/^Bearer /i, "");
    if (token === undefined || token === "") return { ok: false, reply: noToken };
    const verdict = await verifier.verify(token);
    if (!verdict.ok) return { ok: false, reply: unauthorized(verdict.reason) };
    const claims = claimTexts(verdict.claims);
    if (scopes.length === 0) return { ok: true, context: { jwt: { claims, scopes: null } } };
    const given = scopesOf(verdict.claims).filter((scope) => scopes.includes(scope));
    if (given.length === 0) return { ok: false, reply: insufficient(scopes) };
    return { ok: true, context: { jwt: { claims, scopes: given } } };
  };
};
