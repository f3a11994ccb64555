import { inTime } from "./in-time.ts";

/** What a test sends besides method and path. */
export type Sending = {
  readonly query?: Readonly<Record<string, string>>;
  /** Version for `If-Match`. */
  readonly ifMatch?: number;
  /** `Idempotency-Key`. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer of the API; `body` is parsed JSON, undefined where there is none. */
export type Answer<T> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
};

// biome-ignore lint/suspicious/noExplicitAny: tests read answers without naming every shape
type Loose = any;

/** Speaks to the API as one person, or as nobody. */
export type Client = {
  readonly get: <T = Loose>(path: string, sending?: Sending) => Promise<Answer<T>>;
  readonly post: <T = Loose>(path: string, body?: unknown, sending?: Sending) => Promise<Answer<T>>;
  readonly patch: <T = Loose>(path: string, body?: unknown, sending?: Sending) => Promise<Answer<T>>;
  readonly put: <T = Loose>(path: string, body?: unknown, sending?: Sending) => Promise<Answer<T>>;
  /** Sends exactly this body and these headers (and the token, unless they bring their own). */
  readonly raw: <T = Loose>(
    method: string,
    path: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<T>>;
};

const parse = (text: string): unknown => {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const headersOf = ({ ifMatch, key, headers }: Sending): Record<string, string> => ({
  ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
  ...(key === undefined ? {} : { "idempotency-key": key }),
  ...headers,
});

/** Paths are given without the `/api` in front. */
export const createClient = (url: string, token: () => Promise<string | undefined>): Client => {
  const raw: Client["raw"] = async (method, path, body, headers = {}) => {
    const ask = (bearer: string | undefined): Promise<Response> => {
      const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
      const sent = {
        method,
        headers: { ...authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      };
      return inTime(() => fetch(`${url}/api${path}`, sent));
    };
    const bearer = await token();
    const first = await ask(bearer);
    // Somebody may have moved the clock by hours between the token and the call.
    const renewed = first.status === 401 ? await token() : bearer;
    const response = renewed === bearer ? first : await ask(renewed);
    return {
      status: response.status,
      headers: response.headers,
      body: parse(await response.text()) as never,
    };
  };
  const send =
    (method: string) =>
    (path: string, body?: unknown, sending: Sending = {}) => {
      const query = sending.query ? `?${new URLSearchParams(sending.query)}` : "";
      const headers = { "content-type": "application/json", ...headersOf(sending) };
      return raw(method, path + query, body === undefined ? undefined : JSON.stringify(body), headers);
    };
  return {
    get: (path, sending) => send("GET")(path, undefined, sending),
    post: send("POST"),
    patch: send("PATCH"),
    put: send("PUT"),
    raw,
  };
};
