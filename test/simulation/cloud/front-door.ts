import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: clients read answers without naming every shape
  readonly body: any;
};

const requestOf = ({ method, path, token, headers, body }: Request): IncomingMessage => {
  const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const sent: Record<string, string> = {
    host: "simulated.example",
    authorization: `Bearer ${token}`,
    ...(text === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(text.length) }),
    ...headers,
  };
  return Object.assign(Readable.from(text === undefined ? [] : [text]), {
    method,
    url: `/api${path}`,
    headers: sent,
    rawHeaders: Object.entries(sent).flat(),
    httpVersion: "1.1",
    complete: true,
    socket: { remoteAddress: "127.0.0.1", localPort: 443 },
  }) as unknown as IncomingMessage;
};

const parse = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

/** Sends a request to the HTTP API without a network in between. */
export const send = (api: RequestListener, request: Request): Promise<Answer> =>
  new Promise((resolve) => {
    let head = { status: 0, headers: {} };
    const response = {
      destroyed: false,
      headersSent: false,
      writeHead: (status: number, headers: Record<string, string>) => {
        head = { status, headers };
        return response;
      },
      end: (body?: string | Buffer) => resolve({ ...head, body: parse(String(body ?? "")) }),
    };
    api(requestOf(request), response as unknown as ServerResponse);
  });
