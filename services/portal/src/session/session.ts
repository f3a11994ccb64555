import { signInPlace } from "./config.ts";
import { challengeOf, randomText } from "./pkce.ts";
import { createStore } from "./store.ts";
import { redeemCode, refreshTokens, type Tokens } from "./tokens.ts";

/** Whether this tab acts for somebody; `ended` keeps the page as it is until the person has signed in again. */
export type SessionState = "starting" | "signed-out" | "signed-in" | "ended";

export const sessionState = createStore<SessionState>("starting");

const tokensKey = "portal.tokens";
const pendingKey = "portal.sign-in";
/** A token that ends within this time is renewed first: the request still has to travel. */
const marginMs = 30_000;

let tokens: Tokens | undefined;

const remember = (next: Tokens): void => {
  tokens = next;
  sessionStorage.setItem(tokensKey, JSON.stringify(next));
};

const forget = (): void => {
  tokens = undefined;
  sessionStorage.removeItem(tokensKey);
};

type Pending = { readonly state: string; readonly verifier: string; readonly path: string };

const takePending = (): Pending | undefined => {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return text === null ? undefined : JSON.parse(text);
};

/** Back from the issuer with a code: exchanges it and goes where the person wanted to be. */
const finishSignIn = async (query: URLSearchParams): Promise<boolean> => {
  const pending = takePending();
  const code = query.get("code");
  if (code === null || pending === undefined || pending.state !== query.get("state")) return false;
  remember(await redeemCode(await signInPlace(), code, pending.verifier, location.origin));
  history.replaceState(null, "", pending.path);
  return true;
};

/** Leaves for the issuer; afterwards the person is back on this page. */
export const signIn = async (): Promise<void> => {
  const place = await signInPlace();
  const pending: Pending = {
    state: randomText(),
    verifier: randomText(),
    path: `${location.pathname}${location.search}`,
  };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: place.clientId,
    redirect_uri: location.origin,
    scope: place.scope,
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: "S256",
  });
  location.assign(`${place.discovery.authorization_endpoint}?${query}`);
};

/** Forgets the tokens here and the session at the issuer, where it has an address for that. */
export const signOut = async (): Promise<void> => {
  forget();
  const place = await signInPlace();
  const { end_session_endpoint: end } = place.discovery;
  const query = new URLSearchParams({
    client_id: place.clientId,
    logout_uri: location.origin,
    post_logout_redirect_uri: location.origin,
  });
  location.assign(end === undefined ? "/" : `${end}?${query}`);
};

/** Finds out who this tab acts for; called once, before anything is drawn. */
export const startSession = async (): Promise<void> => {
  const stored = sessionStorage.getItem(tokensKey);
  if (stored !== null) tokens = JSON.parse(stored);
  const query = new URLSearchParams(location.search);
  const isBack = query.has("state") && (query.has("code") || query.has("error"));
  const done = isBack && (await finishSignIn(query));
  if (isBack && !done) history.replaceState(null, "", location.pathname);
  sessionState.set(done || tokens !== undefined ? "signed-in" : "signed-out");
};

let renewal: Promise<string | undefined> | undefined;

const renew = async (): Promise<string | undefined> => {
  const { refresh } = tokens ?? {};
  if (refresh === undefined) return undefined;
  try {
    remember(await refreshTokens(await signInPlace(), refresh));
    return tokens?.access;
  } catch {
    return undefined;
  }
};

/** Renews the token once for everybody who waits; without success the session has ended. */
export const renewToken = async (): Promise<string | undefined> => {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  const access = await renewal;
  if (access === undefined && sessionState.get() === "signed-in") {
    forget();
    sessionState.set("ended");
  }
  return access;
};

/** A token that is good for the next request; undefined when the person has to sign in. */
export const accessToken = (): Promise<string | undefined> | string | undefined => {
  if (tokens === undefined) return undefined;
  return tokens.expiresAt - Date.now() > marginMs ? tokens.access : renewToken();
};
