/** What an installation tells its portal (`/config.json`, written when it is deployed). */
export type PortalConfig = {
  /** OpenID Connect issuer where people sign in. */
  readonly issuer: string;
  /** This portal's name there. */
  readonly clientId: string;
  readonly scope: string;
};

type Discovery = {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
};

/** Where people sign in, with the addresses that the issuer publishes about itself. */
export type SignInPlace = PortalConfig & { readonly discovery: Discovery };

const json = async <T>(address: string): Promise<T> => {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
};

const load = async (): Promise<SignInPlace> => {
  const config = await json<PortalConfig>("/config.json");
  return { ...config, discovery: await json<Discovery>(`${config.issuer}/.well-known/openid-configuration`) };
};

let known: Promise<SignInPlace> | undefined;

/** Read once; a failure is tried again with the next call. */
export const signInPlace = (): Promise<SignInPlace> => {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
};
