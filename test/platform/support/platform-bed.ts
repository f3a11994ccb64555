import type { Answer, Client } from "../../bed/client.ts";
import { type Bed, startBed } from "../../bed/start-bed.ts";
import { fixtures } from "../fixtures/index.ts";
import { disagreements } from "./agreement.ts";
import { bodyFor, doerOf, type Operation, operations, stateFor } from "./operations.ts";

/** What one call of an operation is to differ in from the ordinary one. */
export type Call = {
  readonly as?: Client;
  /** The record it is about, if it is about one; one is made where nothing is said. */
  readonly id?: string | undefined;
  readonly body?: unknown;
  /** Sent as it is instead of a body. */
  readonly text?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

const watched = (
  client: Client,
  see: (method: string, path: string, answer: Answer<unknown>) => void,
): Client => {
  const raw: Client["raw"] = async (method, path, body, headers) => {
    const answer = await client.raw(method, path, body, headers);
    see(method, path, answer);
    return answer as never;
  };
  const through =
    (method: "post" | "patch" | "put"): Client["post"] =>
    async (path, body, sending) => {
      const answer = await client[method](path, body, sending);
      see(method.toUpperCase(), path, answer);
      return answer as never;
    };
  return {
    raw,
    post: through("post"),
    patch: through("patch"),
    put: through("put"),
    get: async (path, sending) => {
      const answer = await client.get(path, sending);
      see("GET", path, answer);
      return answer as never;
    },
  };
};

/** The version of the record an operation changes, as its reader sees it; any one where there is no record. */
const versionFor = async (bed: Bed, operation: Operation, path: string): Promise<number> => {
  const reader = operations.find((each) => each.method === "GET" && each.path === operation.path);
  if (reader === undefined) throw new Error(`${operation.id} needs a version and nothing reads it`);
  const { headers } = await bed.as(doerOf(operation)).get(path);
  return Number(headers.get("etag")?.replaceAll('"', "") ?? 1);
};

/** The product with every answer checked against its own description. */
export const startPlatformBed = async () => {
  const plain = await startBed();
  const wrong = new Set<string>();
  const see = (method: string, path: string, answer: Answer<unknown>) => {
    for (const each of disagreements(method, path, answer)) wrong.add(each);
  };
  const bed: Bed = { ...plain, as: (who) => watched(plain.as(who), see) };

  for (const { given } of Object.values(fixtures)) await given?.(bed);

  const make = async (operation: Operation): Promise<string | undefined> => {
    const id = await operation.kind?.make(bed, stateFor(operation));
    await operation.fixture.before?.[operation.id]?.(bed, id ?? "");
    return id;
  };

  /** The ordinary call on one new record, to be repeated with changes. */
  const prepare = async (operation: Operation): Promise<Call> => {
    const id = await make(operation);
    return { id, body: bodyFor(operation) };
  };

  const pathOf = (operation: Operation, id: string | undefined): string =>
    id === undefined ? operation.path : operation.path.replace(/\{\w+\}/, encodeURIComponent(id));

  /** Calls an operation as it should be called, but for what is said otherwise. */
  const call = async (operation: Operation, { as, query, text, headers = {}, ...rest }: Call = {}) => {
    const client = as ?? bed.as(doerOf(operation));
    const path = pathOf(operation, "id" in rest ? rest.id : await make(operation));
    const needs = operation.endpoint.needsVersion && headers["if-match"] === undefined;
    const version = needs ? await versionFor(bed, operation, path) : undefined;
    const value = "body" in rest ? rest.body : bodyFor(operation);
    const body = operation.body === undefined ? undefined : (text ?? JSON.stringify(value));
    const asked = query ?? operation.fixture.queries?.[operation.id];
    const search = asked ? `?${new URLSearchParams(asked)}` : "";
    return client.raw(operation.method, path + search, body, {
      "content-type": "application/json",
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...headers,
    });
  };

  /** What is stored, in a form that can be compared; numbers drawn, keys made on demand, work that goes on and search indexes do not count. */
  const snapshot = async (): Promise<readonly string[]> => {
    const items = [...(await bed.stored())].flatMap(([table, all]) =>
      all
        .filter(({ pk }) => !/^(COUNTER|SECRET|RATE|CELL|BLOB|COUNTED|JOB)#/.test(pk))
        .map((item) => JSON.stringify([table, item])),
    );
    return items.toSorted();
  };

  return { ...bed, make, prepare, call, snapshot, wrong: () => [...wrong] };
};
export type PlatformBed = Awaited<ReturnType<typeof startPlatformBed>>;
