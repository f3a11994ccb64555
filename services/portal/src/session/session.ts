import { signInPlace } from "./config.ts";
import { challengeOf, randomText } from "./pkce.ts";
import { createStore } from "./store.ts";
import { tieTabs } from "./tabs.ts";
import { redeemCode, refreshTokens, type Tokens } from "./tokens.ts";

/** Whether this tab acts for somebody; `ended` keeps the page as it is until the person has signed in again. */
export type SessionState = "starting" | "signed-out" | "signed-in" | "ended";

export const sessionState = createStore<SessionState>("starting");

const tokensKey = "portal.tokens";
const pendingKey = "portal.sign-in";
/** That the issuer was asked without the person; once in a tab, or it would never end. */
const askedKey = "portal.asked";
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

const end = (): void => {
  forget();
  if (sessionState.get() === "signed-in") sessionState.set("ended");
};

let tabs: ReturnType<typeof tieTabs> | undefined;

type Pending = { readonly state: string; readonly verifier: string; readonly path: string };

const takePending = (): Pending | undefined => {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return text === null ? undefined : JSON.parse(text);
};

/** Back from the issuer: exchanges its code, if it gave one, and goes where the person wanted to be. */
const finishSignIn = async (query: URLSearchParams): Promise<boolean> => {
  const pending = takePending();
  const code = query.get("code");
  const isOurs = pending !== undefined && pending.state === query.get("state");
  history.replaceState(null, "", isOurs ? pending.path : location.pathname);
  if (code === null || !isOurs) return false;
  remember(await redeemCode(await signInPlace(), code, pending.verifier, location.origin));
  return true;
};

type How = {
  /** Who has a session at the issuer comes back at once; others are not asked for anything there. */
  readonly silently?: boolean;
};

/** Leaves for the issuer; afterwards the person is back on this page. */
export const signIn = async ({ silently = false }: How = {}): Promise<void> => {
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
    ...(silently ? { prompt: "none" } : {}),
  });
  location.assign(`${place.discovery.authorization_endpoint}?${query}`);
};

/** Forgets the tokens here and in the browser's other tabs, and the session at the issuer, where it has an address for that. */
export const signOut = async (): Promise<void> => {
  if (tokens !== undefined) tabs?.signedOut(tokens);
  forget();
  // Who signed out is not signed in again by an issuer that keeps its session.
  sessionStorage.setItem(askedKey, "yes");
  const place = await signInPlace();
  const { end_session_endpoint: end } = place.discovery;
  const query = new URLSearchParams({
    client_id: place.clientId,
    logout_uri: location.origin,
    post_logout_redirect_uri: location.origin,
  });
  location.assign(end === undefined ? "/" : `${end}?${query}`);
};

const isBack = (query: URLSearchParams): boolean =>
  query.has("state") && (query.has("code") || query.has("error"));

/** The tokens of another tab, or else the way to the issuer and back: a new tab is no stranger. */
const startAsBefore = async (): Promise<boolean> => {
  const found = await tabs?.ask();
  if (found !== undefined) {
    remember(found);
    return true;
  }
  if (sessionStorage.getItem(askedKey) !== null) return false;
  sessionStorage.setItem(askedKey, "yes");
  await signIn({ silently: true });
  // The page is on its way out; nothing is drawn meanwhile.
  return new Promise(() => {});
};

/** Finds out who this tab acts for; called once, before anything is drawn. */
export const startSession = async (): Promise<void> => {
  const stored = sessionStorage.getItem(tokensKey);
  if (stored !== null) tokens = JSON.parse(stored);
  tabs = tieTabs({ tokens: () => tokens, replace: remember, end });
  const query = new URLSearchParams(location.search);
  const isIn = isBack(query) ? await finishSignIn(query) : tokens !== undefined || (await startAsBefore());
  sessionState.set(isIn || tokens !== undefined ? "signed-in" : "signed-out");
};

let renewal: Promise<string | undefined> | undefined;

const renew = async (): Promise<string | undefined> => {
  const { refresh } = tokens ?? {};
  if (refresh === undefined) return undefined;
  try {
    const next = await refreshTokens(await signInPlace(), refresh);
    remember(next);
    tabs?.renewed(refresh, next);
    return next.access;
  } catch {
    // Another tab may have been faster, which made this token the one before.
    return tokens?.refresh === refresh ? undefined : tokens?.access;
  }
};

/** Renews the token once for everybody who waits; without success the session has ended. */
export const renewToken = async (): Promise<string | undefined> => {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  const access = await renewal;
  if (access === undefined) end();
  return access;
};

/** A token that is good for the next request; undefined when the person has to sign in. */
export const accessToken = (): Promise<string | undefined> | string | undefined => {
  if (tokens === undefined) return undefined;
  return tokens.expiresAt - Date.now() > marginMs ? tokens.access : renewToken();
};
