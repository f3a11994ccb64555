import { createServer, type RequestListener } from "node:http";
import type { DrainResult } from "./cloud/drain.ts";
import { createEngine, type Engine, type EngineOptions } from "./cloud/engine.ts";
import { type ForeignEvent, putForeign } from "./cloud/foreign.ts";
import { genericPeople } from "./cloud/generic-people.ts";
import { listen } from "./cloud/listen.ts";
import { type Stats, statsOf } from "./cloud/snapshot.ts";
import { fetchToken } from "./cloud/token.ts";
import { controlPath, createControl, drainEngine } from "./control.ts";
import { createDistribution } from "./distribution.ts";
import { bucketsPath } from "./files/buckets.ts";
import type { ObjectMeta } from "./files/object-store.ts";
import { functionOf } from "./functions-of.ts";
import type { Denial } from "./gateway/callers.ts";
import { createHttpApi } from "./http-api.ts";
import { createIssuer, type Issuer, issuerPath } from "./issuer.ts";
import type { Clock } from "./parts.ts";
import { loadAssembly } from "./template.ts";

/** What the cloud is started with. */
export type CloudOptions = Omit<EngineOptions, "assembly" | "url"> & {
  /** Directory of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Content of the people file: `{ people, clients }`. */
  readonly people?: unknown;
  /** Start a container of each function behind a route at once, so that nobody waits for the first one. */
  readonly warm?: boolean;
};

/** A running local cloud. */
export type Cloud = {
  readonly url: string;
  readonly clock: Clock;
  /** Waits until nothing is left to do; with `advance` the clock is moved to pending retries. */
  readonly drain: (timeoutMs: number, options?: { readonly advance?: boolean }) => Promise<DrainResult>;
  /** An access token for a person of the people file. */
  readonly token: (personId: string) => Promise<string>;
  /** Puts an event on the account's default bus, as AWS services and other applications do. */
  /** What lies in the buckets. */
  readonly objects: () => readonly ObjectMeta[];
  readonly putForeign: (event: ForeignEvent) => void;
  readonly stats: () => Stats;
  readonly denied: () => readonly Denial[];
  readonly capacity: Engine["gateway"]["capacity"];
  /** Process ids of the containers by function name, for measuring. */
  readonly pids: () => Readonly<Record<string, readonly number[]>>;
  /** The latest lines a function wrote. */
  readonly output: (functionName: string) => readonly string[];
  readonly stop: () => Promise<void>;
};

const audiencesOf = ({ assembly }: Engine): readonly string[] => [
  ...new Set(
    assembly
      .ofType("AWS::ApiGatewayV2::Authorizer")
      .flatMap(({ properties }): string[] => properties.JwtConfiguration?.Audience ?? []),
  ),
];

const routedFunctions = ({ assembly }: Engine): readonly string[] => [
  ...new Set(
    assembly
      .ofType("AWS::ApiGatewayV2::Integration")
      .flatMap(({ properties }) => functionOf(assembly, properties.IntegrationUri)?.arn ?? []),
  ),
];

const createIssuerFor = (engine: Engine, origin: string, people: unknown): Promise<Issuer> =>
  createIssuer({
    origin,
    directory: people ?? genericPeople,
    audiences: audiencesOf(engine),
    clock: engine.clock,
    journal: engine.journal,
    log: engine.log,
  });

const createFront = (engine: Engine, issuer: Issuer): RequestListener => {
  const api = createHttpApi({ ...engine, issuer });
  const door = createDistribution({ ...engine, api, issuer: issuer.issuer }) ?? api;
  const control = createControl(engine);
  return (request, response) => {
    const { url = "/" } = request;
    if (url.startsWith(issuerPath)) void issuer.handle(request, response);
    else if (url.startsWith(`${bucketsPath}/`)) engine.buckets.handle(request, response);
    else if (url.startsWith(controlPath) || url === "/_local") void control(request, response);
    else door(request, response);
  };
};

const notReady: RequestListener = (_, response) => {
  response.writeHead(503, { "retry-after": "1", "content-type": "application/problem+json" });
  response.end('{"type":"about:blank","title":"The local cloud is starting","status":503}');
};

const handleOf = (engine: Engine, url: string, stop: () => Promise<void>): Cloud => ({
  url,
  clock: engine.clock,
  drain: (timeoutMs, { advance = false } = {}) => drainEngine(engine, timeoutMs, advance),
  token: (personId) => fetchToken(url, personId),
  objects: engine.buckets.objects,
  putForeign: (event) => putForeign(engine, event),
  stats: () => statsOf(engine),
  denied: engine.gateway.denied,
  capacity: engine.gateway.capacity,
  pids: engine.functions.pids,
  output: engine.logs.tail,
  stop,
});

/**
 * Runs a cloud assembly on this machine: everything in this process except DynamoDB and the functions'
 * containers. Throws `UnsupportedTemplate` with all reasons when the template cannot run here.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const assembly = loadAssembly(options.assembly);
  let front = notReady;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => front(request, response));
  const { url, stop: close } = await listen(server, options.port ?? 0);
  let engine: Engine | undefined;
  const stop = async (): Promise<void> => {
    await close();
    await engine?.stop();
  };
  try {
    engine = await createEngine({ ...options, assembly, url });
    const issuer = await createIssuerFor(engine, url, options.people);
    front = createFront(engine, issuer);
    engine.start();
    if (options.warm) void engine.functions.warm(routedFunctions(engine));
    return handleOf(engine, url, stop);
  } catch (error) {
    await stop();
    throw error;
  }
};
