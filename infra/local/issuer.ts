import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONWebKeySet } from "jose";
import { html, page } from "./html.ts";
import { answerGrant, demoGrant, type GrantContext } from "./issuer/grants.ts";
import { isLoopbackHost, isLoopbackUrl } from "./issuer/loopback.ts";
import {
  type Answer,
  crossOriginHeaders,
  htmlPage,
  json,
  OAuthError,
  readForm,
  redirect,
  write,
} from "./issuer/oauth-http.ts";
import { Directory } from "./issuer/people.ts";
import { createSignIn } from "./issuer/sign-in.ts";
import { loadSigner } from "./issuer/signing-key.ts";
import { createTokens } from "./issuer/tokens.ts";
import type { Clock, Journal, Log } from "./parts.ts";
import { createTokenVerifier } from "./token-verifier.ts";

export type IssuerOptions = {
  /** Where the local cloud answers, such as `http://localhost:3000`. */
  readonly origin: string;
  /** Content of the people file: `{ people: [...], clients: [...] }`; a ZodError says what is wrong with it. */
  readonly directory: unknown;
  /** Audiences that the template's authorizers accept: each counts as a client of the issuer, too. */
  readonly audiences: readonly string[];
  readonly clock: Clock;
  readonly journal: Journal;
  readonly log: Log;
};

export type Issuer = {
  /** The `iss` of its tokens. */
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  /** Answers a request under `issuerPath`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Where the issuer is mounted. */
export const issuerPath = "/_local/issuer";

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/logout`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ["code"],
  grant_types_supported: ["authorization_code", "refresh_token", "client_credentials", demoGrant],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
  scopes_supported: ["openid", "profile", "email"],
});

/** There is no session to end: the page only confirms, or leads back to the portal. */
const signedOut = (query: URLSearchParams): Answer => {
  const back = query.get("post_logout_redirect_uri") ?? query.get("logout_uri") ?? "";
  if (isLoopbackUrl(back)) return redirect(back);
  return htmlPage(page("Signed out", html`<p>You are signed out.</p>`));
};

const failure = (error: unknown, wantsPage: boolean): Answer => {
  if (!(error instanceof OAuthError)) return json({ error: "server_error" }, 500);
  if (!wantsPage) return json({ error: error.code, error_description: error.message }, error.status);
  return htmlPage(page("Sign-in is not possible", html`<p>${error.message}</p>`), error.status);
};

/**
 * An OpenID Connect issuer for one machine: everyone in the directory can sign in without a password. It
 * stands in for the user pool or the customer's issuer of the template and hands nothing to other machines.
 */
export const createIssuer = async (options: IssuerOptions): Promise<Issuer> => {
  const { clock, audiences, log } = options;
  const { people, clients } = Directory.parse(options.directory);
  const issuer = `${options.origin}${issuerPath}`;
  const signer = await loadSigner(options.journal, issuer, clock);
  const clientIds = new Set([...audiences, ...clients.map(({ id }) => id)]);
  const isClient = (id: string): boolean => clientIds.has(id);
  const signIn = createSignIn(signer, { people, isClient }, `${issuerPath}/authorize`);
  const tokens = createTokens(signer, audiences);
  const defaultClient = audiences[0] ?? clients[0]?.id ?? "local";
  const grants: GrantContext = { tokens, signIn, people, clients, isClient, defaultClient };
  const verifier = createTokenVerifier({
    issuer,
    audience: [...clientIds],
    keys: signer.keys,
    now: clock.now,
  });

  const userInfo = async (authorization: string | undefined): Promise<Answer> => {
    const verdict = await verifier.verify(/^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "");
    if (!verdict.ok) throw new OAuthError("invalid_token", verdict.reason, 401);
    const { sub, name, email, username, "cognito:groups": groups } = verdict.claims;
    return json({ sub, name, email, username, "cognito:groups": groups });
  };

  const answer = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    switch (`${request.method} ${url.pathname.slice(issuerPath.length)}`) {
      case "GET /.well-known/openid-configuration":
        return json(discovery(issuer));
      case "GET /.well-known/jwks.json":
        return json(signer.keys);
      case "GET /authorize":
        return signIn.page(url.searchParams);
      case "POST /authorize":
        return signIn.choose(await readForm(request));
      case "POST /token":
        return json(await answerGrant(grants, await readForm(request), request.headers.authorization));
      case "GET /userinfo":
      case "POST /userinfo":
        return userInfo(request.headers.authorization);
      case "GET /logout":
        return signedOut(url.searchParams);
      default:
        return request.method === "OPTIONS"
          ? { status: 204, headers: {}, body: "" }
          : json({ error: "not_found" }, 404);
    }
  };

  return {
    issuer,
    keys: signer.keys,
    handle: async (request, response) => {
      const url = new URL(request.url ?? "/", options.origin);
      const wantsPage = url.pathname === `${issuerPath}/authorize`;
      const guarded = isLoopbackHost(request.headers.host)
        ? answer(request, url)
        : Promise.reject(
            new OAuthError("invalid_request", "the issuer answers to this machine's own name only", 403),
          );
      const result = await guarded.catch((error: unknown) => {
        if (!(error instanceof OAuthError))
          log("error", "the issuer failed", { path: url.pathname, error: String(error) });
        return failure(error, wantsPage);
      });
      const headers = { ...result.headers, ...(wantsPage ? {} : crossOriginHeaders(request.headers.origin)) };
      write(response, { ...result, headers }, clock.now());
    },
  };
};
