import { Agent, request as httpRequest } from "node:http";
import type { Answer } from "../../bed/client.ts";
import { inTime } from "../../bed/in-time.ts";

/** A request byte for byte: `fetch` would tidy paths, join headers and set its own. */
export type ExactRequest = {
  readonly method: string;
  /** With `/api` in front and the query behind. */
  readonly path: string;
  /** A list of values sends the header several times. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer | undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? undefined : text;
  }
};

/** Lines are kept open: a connection for each of a thousand requests would be most of the work. */
export const createSender = (origin: string) => {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send = ({ method, path, headers, body }: ExactRequest): Promise<Answer<unknown>> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const all = Object.entries({ ...length, ...headers }).map(([name, value]) => [
        name,
        Array.isArray(value) ? [...value] : value,
      ]);
      const options = { hostname, port, path, method, agent, headers: Object.fromEntries(all) };
      const sent = httpRequest(options, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(entries as [string, string][]),
          body: parsed(Buffer.concat(chunks).toString()),
        });
      });
      sent.once("error", reject);
      sent.end(body);
    });
  return { send: (request: ExactRequest) => inTime(() => send(request)), stop: () => agent.destroy() };
};
export type Sender = ReturnType<typeof createSender>;
