import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** An answer of the API. */
export type Reply = {
  readonly status: number;
  readonly etag: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly milliseconds: number;
};

/** What a call needs besides method and path. */
export type CallOptions = {
  readonly body?: unknown;
  readonly ifMatch?: number | undefined;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A client with kept-alive connections; as many calls at once as connections. */
export type ApiClient = {
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
  readonly close: () => void;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const headersOf = ({ body, ifMatch, token, headers }: CallOptions): Record<string, string> => ({
  ...(typeof body === "string" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
  ...(typeof body === "object" ? { "content-type": "application/json" } : {}),
  ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...headers,
});

/** Longer than the HTTP API waits for a function. */
const timeout = 35_000;

export const createApiClient = (url: string, connections: number): ApiClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const call: ApiClient["call"] = (method, path, options = {}) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const headers = headersOf(options);
      const sent = request(new URL(path, url), { method, agent, headers, timeout }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            etag: response.headers.etag,
            headers: response.headers,
            body: parse(Buffer.concat(chunks).toString()),
            milliseconds: performance.now() - started,
          }),
        );
      });
      sent.once("timeout", () => sent.destroy(new Error(`${method} ${path}: no answer in ${timeout} ms`)));
      sent.once("error", reject);
      const { body } = options;
      sent.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
    });
  return { call, close: () => agent.destroy() };
};
