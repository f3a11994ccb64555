import { Agent, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { Answer } from "./answer.ts";
import { openRawPool } from "./raw-pool.ts";

export type { Answer } from "./answer.ts";

/** The real database behind the gateway. */
export type Upstream = {
  /** Sends one AWS JSON 1.0 request; `target` is the `X-Amz-Target`. */
  readonly call: (target: string, body: Buffer | string) => Promise<Answer>;
  readonly close: () => void;
};

/** The database looks at the access key only: it selects the database, nobody verifies the signature. */
const requestHeaders = (host: string, database: string): Readonly<Record<string, string>> => ({
  Host: host,
  "Content-Type": "application/x-amz-json-1.0",
  Authorization: `AWS4-HMAC-SHA256 Credential=${database}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
});

const viaAgent = (endpoint: URL, database: string): Upstream => {
  const isSecure = endpoint.protocol === "https:";
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const send = isSecure ? secureRequest : request;
  const headers = requestHeaders(endpoint.host, database);
  return {
    call: (target, body) =>
      new Promise((resolve, reject) => {
        const length = String(Buffer.byteLength(body));
        const options = {
          agent,
          method: "POST",
          headers: { ...headers, "X-Amz-Target": target, "Content-Length": length },
        };
        const sent = send(endpoint, options, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () =>
            resolve({
              status: response.statusCode ?? 500,
              headers: response.headers as Record<string, string>,
              body: Buffer.concat(chunks),
            }),
          );
        });
        sent.once("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
};

const viaRawSockets = (endpoint: URL, database: string): Upstream => {
  const pool = openRawPool(endpoint.hostname, Number(endpoint.port || 80));
  const head = Object.entries(requestHeaders(endpoint.host, database))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return {
    call: (target, body) => {
      const bytes = typeof body === "string" ? Buffer.from(body) : body;
      const first = `POST / HTTP/1.1\r\n${head}X-Amz-Target: ${target}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
      return pool.send(Buffer.concat([Buffer.from(first, "latin1"), bytes]));
    },
    close: pool.close,
  };
};

/**
 * DynamoDB Local says yes to a transaction when its COMMIT stands in line, not when it is done: a JVM that is
 * killed then loses what was confirmed. It works its line off in order, so what is asked next is answered after it.
 */
const onceCommitted = (upstream: Upstream): Upstream => ({
  ...upstream,
  call: async (target, body) => {
    const answer = await upstream.call(target, body);
    if (target === "DynamoDB_20120810.TransactWriteItems" && answer.status === 200)
      await upstream.call("DynamoDB_20120810.ListTables", '{"Limit":1}');
    return answer;
  },
});

/**
 * Connects to a DynamoDB-compatible endpoint. DynamoDB Local on this machine gets bare sockets: a third
 * of the CPU per call of Node's HTTP client. Any other endpoint is spoken to by Node's client.
 */
export const connectUpstream = (endpoint: string, database: string): Upstream => {
  const url = new URL(endpoint);
  const isLocal = url.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname);
  return isLocal ? onceCommitted(viaRawSockets(url, database)) : viaAgent(url, database);
};
