import { createServer } from "node:http";
import { listen } from "../../infra/local/cloud/listen.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { assemble } from "./assemble.ts";

/** What all test files of a run use together, by name, with what is needed to use it. */
export type Provisions = {
  /** One JVM; every access key is a database of its own. */
  readonly dynamodb: { readonly endpoint: string };
  /** The whole product, bundled and synthesized. */
  readonly assembly: { readonly directory: string };
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/**
 * Runs beside the test files for the length of a jest run and makes each thing on first demand, so that a run
 * of pure tests starts neither a JVM nor a synthesis.
 */
export const startProvisions = async () => {
  let database: DynamoDbLocal | undefined;
  const makers: { readonly [K in keyof Provisions]: () => Promise<Provisions[K]> } = {
    dynamodb: once(async () => {
      database = await startDynamoDbLocal();
      return { endpoint: database.endpoint };
    }),
    assembly: once(async () => ({ directory: await assemble() })),
  };
  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    const make = Object.hasOwn(makers, name) ? makers[name as keyof Provisions] : undefined;
    if (make === undefined) response.writeHead(404).end(`Nobody provides ${name}`);
    make?.().then(
      (made) => response.end(JSON.stringify(made)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  // A connection that is closed while the next question is on its way would fail a test file.
  server.keepAliveTimeout = 10 * 60_000;
  const { url, stop } = await listen(server, 0);
  return {
    url,
    stop: async () => {
      await stop();
      await database?.stop();
    },
  };
};

/** Name of the environment variable that tells test files where the provisions are. */
export const provisionsVariable = "STEWARD_TEST_PROVISIONS";

/** Gets one of the provisions, from any test file. */
export const provide = async <K extends keyof Provisions>(name: K): Promise<Provisions[K]> => {
  const url = process.env[provisionsVariable];
  if (url === undefined) throw new Error("jest.config.json does not name test/bed/global-setup.ts");
  const response = await fetch(`${url}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as Provisions[K];
};
