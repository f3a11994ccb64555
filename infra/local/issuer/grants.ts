import { timingSafeEqual } from "node:crypto";
import { OAuthError } from "./oauth-http.ts";
import type { Client, Person } from "./people.ts";
import type { SignIn } from "./sign-in.ts";
import type { TokenReply, Tokens } from "./tokens.ts";

/** Grant of the local cloud only: a token for any person, for scripts and tests. */
export const demoGrant = "urn:steward:demo";

export type GrantContext = {
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  readonly people: readonly Person[];
  readonly clients: readonly Client[];
  readonly isClient: (id: string) => boolean;
  /** Who a demo token is issued to when the script does not say. */
  readonly defaultClient: string;
};

const personOf = ({ people }: GrantContext, id: unknown): Person => {
  const person = people.find((each) => each.id === id);
  if (person === undefined)
    throw new OAuthError(
      "invalid_grant",
      `nobody is called ${id}; there are ${people.map((each) => each.id).join(", ")}`,
    );
  return person;
};

const credentials = (form: URLSearchParams, authorization: string | undefined): readonly [string, string] => {
  const basic = /^Basic (.+)$/i.exec(authorization ?? "")?.[1];
  if (basic === undefined) return [form.get("client_id") ?? "", form.get("client_secret") ?? ""];
  const text = Buffer.from(basic, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return [decodeURIComponent(text.slice(0, colon)), decodeURIComponent(text.slice(colon + 1))];
};

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const authenticated = (
  { clients }: GrantContext,
  form: URLSearchParams,
  authorization: string | undefined,
): Client => {
  const [id, secret] = credentials(form, authorization);
  const client = clients.find((each) => each.id === id);
  if (client?.secret === undefined || !isSame(client.secret, secret))
    throw new OAuthError("invalid_client", "client_id or client_secret is wrong", 401);
  return client;
};

const refreshed = async (context: GrantContext, form: URLSearchParams): Promise<TokenReply> => {
  const token = await context.tokens.readRefresh(form.get("refresh_token") ?? "");
  if (token === undefined) throw new OAuthError("invalid_grant", "the refresh token is not valid");
  if (token.client_id !== form.get("client_id"))
    throw new OAuthError("invalid_grant", "the token belongs to another client");
  const person = personOf(context, token.sub);
  const { refresh_token: _, ...reply } = await context.tokens.forPerson({
    person,
    clientId: String(token.client_id),
    scope: String(token.scope),
  });
  return reply;
};

const demo = (context: GrantContext, form: URLSearchParams): Promise<TokenReply> => {
  const clientId = form.get("client_id") ?? context.defaultClient;
  if (!context.isClient(clientId)) throw new OAuthError("invalid_client", "client_id is unknown", 401);
  const person = personOf(context, form.get("person"));
  return context.tokens.forPerson({ person, clientId, scope: form.get("scope") ?? "openid" });
};

/** The token endpoint. */
export const answerGrant = async (
  context: GrantContext,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<TokenReply> => {
  switch (form.get("grant_type")) {
    case "authorization_code":
      return context.tokens.forPerson(await context.signIn.redeem(form));
    case "refresh_token":
      return refreshed(context, form);
    case "client_credentials":
      return context.tokens.forClient(authenticated(context, form, authorization), form.get("scope") ?? "");
    case demoGrant:
      return demo(context, form);
    default:
      throw new OAuthError("unsupported_grant_type", "this grant_type is not supported");
  }
};
