import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Behaviour, behavioursOf } from "./distribution/behaviours.ts";
import { copiedFiles, type StoredFile } from "./distribution/copied-files.ts";
import { httpDate } from "./gateway/http-date.ts";
import type { Clock, Log } from "./parts.ts";
import type { LoadedAssembly } from "./template/loaded-assembly.ts";

type Options = {
  readonly assembly: LoadedAssembly;
  readonly clock: Clock;
  readonly log: Log;
  /** What answers for the template's HTTP API. */
  readonly api: RequestListener;
  /** The issuer that stands in for the template's. */
  readonly issuer: string;
};

type Answered = { readonly status: number; readonly file?: StoredFile };

/** What the template calls its issuer is here the local one. */
const standInFor = (assembly: LoadedAssembly, issuer: string): ((value: string) => string) => {
  const issuers = new Set(
    assembly
      .ofType("AWS::ApiGatewayV2::Authorizer")
      .map(({ properties }): string => properties.JwtConfiguration?.Issuer),
  );
  return (value) => (issuers.has(value) ? issuer : value);
};

const write = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, file }: Answered,
  headers: Behaviour["headers"],
  now: number,
): void => {
  const body = file?.read() ?? Buffer.from(status === 403 ? "Access denied" : "Failed");
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    ...file?.headers,
    ...headers,
    date: httpDate(now),
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
};

/**
 * Answers as the template's CloudFront distribution would: behaviours by path, files of buckets with the headers of
 * the policy, the functions at its edge, the HTTP API behind it. Nothing is cached. Undefined without distribution.
 */
export const createDistribution = (options: Options): RequestListener | undefined => {
  const { assembly, clock, log, api, issuer } = options;
  const [distribution] = assembly.ofType("AWS::CloudFront::Distribution");
  if (distribution === undefined) return undefined;
  const behaviours = behavioursOf(assembly, distribution);
  const files = copiedFiles(assembly, standInFor(assembly, issuer));

  const find = (behaviour: Behaviour, method: string, path: string): Answered => {
    if (!behaviour.methods.includes(method)) return { status: 403 };
    try {
      const uri = behaviour.rewrite?.({ method, uri: path }) ?? path;
      const file = files.get(`${behaviour.bucket}${uri}`);
      // A bucket that may not be listed says no more of what it does not have.
      return file === undefined ? { status: 403 } : { status: 200, file };
    } catch (error) {
      log("error", "a function at the edge failed", { path, error: String(error) });
      return { status: 503 };
    }
  };

  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://local").pathname;
    const behaviour = behaviours.find(({ matches }) => matches(path));
    if (behaviour === undefined || behaviour.bucket === undefined) return api(request, response);
    const answered = find(behaviour, request.method ?? "GET", path);
    write(request, response, answered, behaviour.headers, clock.now());
  };
};
