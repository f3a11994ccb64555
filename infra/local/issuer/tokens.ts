import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import type { Client, Person } from "./people.ts";
import type { Signer } from "./signing-key.ts";

/** As Cognito's defaults: an hour, and thirty days to renew. */
const accessSeconds = 3600;
const refreshSeconds = 30 * 86_400;
/** Audience of refresh tokens: the API accepts no token made out to it. */
const refreshAudience = "urn:local-issuer:refresh";

export type TokenReply = {
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
  readonly scope?: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
};

/** What a person's sign-in asked for. */
export type SignedIn = {
  readonly person: Person;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce?: string | undefined;
};

export type Tokens = {
  readonly forPerson: (signedIn: SignedIn) => Promise<TokenReply>;
  readonly forClient: (client: Client, scope: string) => Promise<TokenReply>;
  readonly readRefresh: (token: string) => Promise<JWTPayload | undefined>;
};

/**
 * Makes tokens with Cognito's claims. Where the API does not list the client itself as an audience, the token
 * is made out to the API instead, as other OIDC issuers do.
 */
export const createTokens = (signer: Signer, audiences: readonly string[]): Tokens => {
  const [api] = audiences;
  const madeOutTo = (clientId: string) =>
    audiences.includes(clientId) || api === undefined ? {} : { aud: api };

  const access = (claims: JWTPayload & { readonly client_id: string }) =>
    signer.sign(
      { ...claims, ...madeOutTo(claims.client_id), token_use: "access", jti: randomUUID() },
      accessSeconds,
    );

  return {
    forPerson: async ({ person, clientId, scope, nonce }) => {
      const who = { sub: person.id, name: person.name, email: person.email, "cognito:groups": person.groups };
      const reply = {
        access_token: await access({ ...who, username: person.id, client_id: clientId, scope }),
        token_type: "Bearer" as const,
        expires_in: accessSeconds,
        scope,
        refresh_token: await signer.sign(
          { sub: person.id, client_id: clientId, scope, aud: refreshAudience },
          refreshSeconds,
        ),
      };
      if (!scope.split(" ").includes("openid")) return reply;
      const identity = {
        ...who,
        "cognito:username": person.id,
        aud: clientId,
        token_use: "id",
        ...(nonce && { nonce }),
      };
      return { ...reply, id_token: await signer.sign(identity, accessSeconds) };
    },
    forClient: async ({ id, groups }, scope) => ({
      access_token: await access({ sub: id, client_id: id, scope, "cognito:groups": groups }),
      token_type: "Bearer",
      expires_in: accessSeconds,
      scope,
    }),
    readRefresh: (token) => signer.open(token, refreshAudience),
  };
};
