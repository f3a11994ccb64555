import { createHash, randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { html, page } from "../html.ts";
import { isLoopbackUrl } from "./loopback.ts";
import { type Answer, htmlPage, OAuthError, redirect } from "./oauth-http.ts";
import type { Person } from "./people.ts";
import type { Signer } from "./signing-key.ts";
import type { SignedIn } from "./tokens.ts";

const requestAudience = "urn:local-issuer:sign-in";
const codeAudience = "urn:local-issuer:code";
/** Time to choose a person on the page, and for the client to exchange its code. */
const requestSeconds = 3600;
const codeSeconds = 300;

export type SignIn = {
  readonly page: (query: URLSearchParams) => Promise<Answer>;
  readonly choose: (form: URLSearchParams) => Promise<Answer>;
  /** Turns a code into who signed in; each code works once. */
  readonly redeem: (form: URLSearchParams) => Promise<SignedIn>;
};

type Directory = { readonly people: readonly Person[]; readonly isClient: (id: string) => boolean };

const withQuery = (uri: string, values: Readonly<Record<string, string | undefined>>): string => {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
};

const chooser = (people: readonly Person[], request: string, action: string): string =>
  page(
    "Sign in",
    html`<p>This is the local cloud: choose who you want to be. There are no passwords.</p>
<form method="post" action="${action}"><input type="hidden" name="request" value="${request}">
<ul class="people">${people.map(
      ({ id, name, title, groups }) =>
        html`<li><button name="person" value="${id}">${name}<small>${[title, ...groups].filter(Boolean).join(", ")}</small></button></li>`,
    )}</ul></form>`,
  );

const problemOf = (query: URLSearchParams): readonly [string, string] | undefined => {
  if (query.get("response_type") !== "code")
    return ["unsupported_response_type", "response_type must be code"];
  if (query.get("code_challenge_method") !== "S256" || !/^[\w-]{43}$/.test(query.get("code_challenge") ?? ""))
    return ["invalid_request", "PKCE with code_challenge_method S256 is required"];
  return undefined;
};

/** `prompt=none`: without asking anybody. The issuer keeps no session, so nobody is signed in already. */
const mayNotAsk = (query: URLSearchParams): boolean => query.get("prompt") === "none";

const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");

/** The authorization code flow: requests and codes are signed, so the issuer keeps no session. */
export const createSignIn = (signer: Signer, directory: Directory, path: string): SignIn => {
  /** Codes of an earlier run could have been used there: they are refused. */
  const run = randomUUID();
  const used = new Map<string, number>();

  const useOnce = ({ jti = "", exp = 0, iat = 0 }: JWTPayload): boolean => {
    for (const [code, until] of used) if (until < iat) used.delete(code);
    if (used.has(jti)) return false;
    used.set(jti, exp);
    return true;
  };

  const personOf = (id: unknown): Person => {
    const person = directory.people.find((each) => each.id === id);
    if (person === undefined) throw new OAuthError("invalid_request", "nobody of that name can sign in");
    return person;
  };

  return {
    page: async (query) => {
      const redirectUri = query.get("redirect_uri") ?? "";
      // Nothing is sent to an address that is not known to be good, not even the error.
      if (!isLoopbackUrl(redirectUri))
        throw new OAuthError("invalid_request", "redirect_uri must lead to this machine (localhost)");
      if (!directory.isClient(query.get("client_id") ?? ""))
        throw new OAuthError("invalid_client", "client_id is unknown");
      const [error, description] = problemOf(query) ?? [];
      const state = query.get("state") ?? undefined;
      if (error !== undefined)
        return redirect(withQuery(redirectUri, { error, error_description: description, state }));
      if (mayNotAsk(query)) return redirect(withQuery(redirectUri, { error: "login_required", state }));
      const asked = Object.fromEntries(query);
      return htmlPage(
        chooser(directory.people, await signer.sign({ asked, aud: requestAudience }, requestSeconds), path),
      );
    },
    choose: async (form) => {
      const request = await signer.open(form.get("request") ?? "", requestAudience);
      if (request === undefined)
        throw new OAuthError("invalid_request", "this page is too old: go back and sign in again");
      const asked = request.asked as Readonly<Record<string, string>>;
      const { id } = personOf(form.get("person"));
      const code = await signer.sign(
        { asked, run, sub: id, jti: randomUUID(), aud: codeAudience },
        codeSeconds,
      );
      return redirect(withQuery(asked.redirect_uri ?? "", { code, state: asked.state }));
    },
    redeem: async (form) => {
      const code = await signer.open(form.get("code") ?? "", codeAudience);
      if (code === undefined || code.run !== run)
        throw new OAuthError("invalid_grant", "the code is not valid");
      if (!useOnce(code)) throw new OAuthError("invalid_grant", "the code has been used");
      const asked = code.asked as Readonly<Record<string, string>>;
      for (const name of ["client_id", "redirect_uri"])
        if (form.get(name) !== asked[name])
          throw new OAuthError("invalid_grant", `${name} differs from the sign-in's`);
      if (challengeOf(form.get("code_verifier") ?? "") !== asked.code_challenge)
        throw new OAuthError("invalid_grant", "code_verifier does not fit");
      const { client_id: clientId = "", scope = "openid", nonce } = asked;
      return { person: personOf(code.sub), clientId, scope, nonce };
    },
  };
};
