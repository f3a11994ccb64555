import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createAuthority } from "../../../../infra/local/authority.ts";
import { createClock } from "../../../../infra/local/clock.ts";
import { createHttpApi, type HttpApiLimits } from "../../../../infra/local/http-api.ts";
import { createIssuer, issuerPath } from "../../../../infra/local/issuer.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import type { Assembly } from "../../../../infra/local/parts.ts";
import { functionsFrom, type Handler } from "./api-assembly.ts";
import { serve } from "./serve.ts";

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
};

/** Sends exactly this request: `fetch` would add headers and rewrite paths. */
const send = (
  origin: string,
  path: string,
  { method = "GET", headers = {}, body }: Sent,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = httpRequest({ hostname, port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString(),
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });

const directory = {
  people: [{ id: "ann", name: "Ann", email: "ann@example.com", groups: ["agents", "desk"] }],
};

/** A served HTTP API with its issuer; everything but the function itself is the real thing. */
export const startTestApi = async (assembly: Assembly, handler: Handler, limits?: Partial<HttpApiLimits>) => {
  const clock = createClock();
  const logged: string[] = [];
  const log = (_: string, message: string): void => {
    logged.push(message);
  };
  const serving = await serve(async (origin) => {
    const issuer = await createIssuer({
      origin,
      directory,
      audiences: ["portal"],
      clock,
      journal: memoryJournal(),
      log,
    });
    const functions = functionsFrom(handler);
    const authority = createAuthority(assembly);
    const api = createHttpApi({
      assembly,
      functions,
      authority,
      clock,
      issuer,
      log,
      ...(limits && { limits }),
    });
    return (request, response) =>
      request.url?.startsWith(issuerPath) ? void issuer.handle(request, response) : api(request, response);
  });
  const call = (path: string, sent: Sent = {}): Promise<Answered> => send(serving.origin, path, sent);
  const token = async (): Promise<string> => {
    const body = "grant_type=urn:steward:demo&person=ann";
    const { body: reply } = await call(`${issuerPath}/token`, { method: "POST", body });
    return (JSON.parse(reply) as { access_token: string }).access_token;
  };
  return { clock, logged, call, token, stop: serving.stop };
};
export type TestApi = Awaited<ReturnType<typeof startTestApi>>;
