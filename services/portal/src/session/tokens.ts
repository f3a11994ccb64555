import type { SignInPlace } from "./config.ts";

/** What the issuer gave this tab. */
export type Tokens = {
  readonly access: string;
  readonly refresh?: string | undefined;
  /** Epoch milliseconds on this machine's clock. */
  readonly expiresAt: number;
};

type TokenReply = {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in?: number;
};

const ask = async (place: SignInPlace, form: Readonly<Record<string, string>>): Promise<Tokens> => {
  const body = new URLSearchParams({ client_id: place.clientId, ...form });
  const response = await fetch(place.discovery.token_endpoint, { method: "POST", body });
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
  const reply: TokenReply = await response.json();
  return {
    access: reply.access_token,
    refresh: reply.refresh_token ?? form.refresh_token,
    expiresAt: Date.now() + (reply.expires_in ?? 3600) * 1000,
  };
};

/** Exchanges the code that came back from signing in. */
export const redeemCode = (place: SignInPlace, code: string, verifier: string, redirect: string) =>
  ask(place, { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect });

/** New tokens for old ones, without the person. */
export const refreshTokens = (place: SignInPlace, refresh: string): Promise<Tokens> =>
  ask(place, { grant_type: "refresh_token", refresh_token: refresh });
