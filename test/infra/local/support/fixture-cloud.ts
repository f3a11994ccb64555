import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { type CloudOptions, startCloud } from "../../../../infra/local/cloud.ts";
import { provide } from "../../../bed/provisions.ts";
import { synthesizeFixture } from "../fixture-app/synthesize.ts";

type Call = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string };
/** What a call came to; `json` is undefined when the body is none. */
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests know what they asked for
  readonly json: any;
};

/** Any request, headers such as Host included, which fetch does not let one set. */
export const ask = (
  url: string,
  method: string,
  path: string,
  { headers = {}, body }: Call = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const json = /^[{[]/.test(text) ? JSON.parse(text) : undefined;
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(response.headers as Record<string, string>),
          text,
          json,
        });
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });

/** The fixture app running on a fresh database (or on the given one), and its API as a signed-in person meets it. */
export const startFixtureCloud = async (options: Partial<CloudOptions> = {}) => {
  const { endpoint } = await provide("dynamodb");
  const dynamoDb = { endpoint, database: randomUUID().replaceAll("-", "") };
  const cloud = await startCloud({ assembly: synthesizeFixture(), dynamoDb, ...options });
  const api = async (method: string, path: string, body?: string): Promise<Reply> => {
    // A new token each time: a moved clock outlives any.
    const headers = { authorization: `Bearer ${await cloud.token("eve")}` };
    return ask(cloud.url, method, path, { headers, ...(body === undefined ? {} : { body }) });
  };
  return {
    ...cloud,
    api,
    ask: (method: string, path: string, call?: Call) => ask(cloud.url, method, path, call),
    create: async (name: string): Promise<string> =>
      encodeURIComponent((await api("POST", "/things", JSON.stringify({ name }))).json.pk),
    /** How often the consumer has seen the thing's event. */
    seen: async (id: string): Promise<number> => (await api("GET", `/things/${id}?sk=seen`)).json?.times ?? 0,
    ticks: async (): Promise<number> => (await api("GET", "/things/timer")).json?.times ?? 0,
  };
};

/** A running fixture. */
export type FixtureCloud = Awaited<ReturnType<typeof startFixtureCloud>>;
