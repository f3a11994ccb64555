import { accessToken, renewToken } from "../session/session.ts";
import { problemOf, unreachable } from "./problem.ts";
import { type Asked, addressOf, type ReplyOf, type Route } from "./request.ts";

/** Answers that pass by themselves: the limit of requests, a write at the same moment, a function that starts. */
const passing = new Set([429, 503]);
const tries = 3;
/** Longer than this nobody waits before a button that does nothing; the refusal is shown instead. */
const longestWaitMs = 5000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const waitOf = (response: Response, attempt: number): number =>
  Math.min(Number(response.headers.get("retry-after") ?? 1) * 1000, longestWaitMs) * attempt;

type Sent = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
  readonly etag?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
};

const headersOf = (method: string, sent: Sent, token: string | undefined): Headers => {
  const headers = new Headers({ accept: sent.accept ?? "application/json" });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (sent.body !== undefined) headers.set("content-type", "application/json");
  if (sent.version !== undefined) headers.set("if-match", `"${sent.version}"`);
  if (sent.etag !== undefined) headers.set("if-none-match", sent.etag);
  if (method === "POST" && sent.key !== undefined) headers.set("idempotency-key", sent.key);
  return headers;
};

const once = async (route: string, sent: Sent, token: string | undefined): Promise<Response> => {
  const method = route.slice(0, route.indexOf(" "));
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  try {
    return await fetch(addressOf(route, sent as never), {
      method,
      body,
      headers: headersOf(method, sent, token),
      ...(sent.signal === undefined ? {} : { signal: sent.signal }),
    });
  } catch (error) {
    if (sent.signal?.aborted) throw error;
    throw unreachable();
  }
};

/** Sends a request with the person's token; renews the token once, and asks again where that helps. */
export const send = async (route: string, asked: Sent): Promise<Response> => {
  // The same key for every attempt: what was done although its answer was lost is not done twice.
  const sent = { key: crypto.randomUUID(), ...asked };
  let response = await once(route, sent, await accessToken());
  if (response.status === 401) {
    const renewed = await renewToken();
    if (renewed !== undefined) response = await once(route, sent, renewed);
  }
  for (let attempt = 1; attempt < tries && passing.has(response.status); attempt += 1) {
    await wait(waitOf(response, attempt));
    response = await once(route, sent, await accessToken());
  }
  return response;
};

/** Asks the API; what it refuses is thrown as `ApiProblem`. */
export const call = async <R extends Route>(route: R, asked: Asked<R>): Promise<ReplyOf<R>> => {
  const response = await send(route, asked as Sent);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return JSON.parse(text === "" ? "null" : text);
};
