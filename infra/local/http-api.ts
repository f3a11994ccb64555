import type { IncomingMessage, RequestListener } from "node:http";
import { apiDefinition } from "./http-api/api-definition.ts";
import { compileRoutes, type Route } from "./http-api/compile-routes.ts";
import { createCors } from "./http-api/cors.ts";
import { functionReply } from "./http-api/function-reply.ts";
import { invokeInTime } from "./http-api/invoke-in-time.ts";
import { mayInvoke } from "./http-api/invoke-permission.ts";
import type { LocalIssuer } from "./http-api/jwt-authorizer.ts";
import {
  badRequest,
  headersTooLarge,
  internalError,
  isOpen,
  notFound,
  type Reply,
  tooLarge,
  tooManyRequests,
  unavailable,
  writeReply,
} from "./http-api/reply.ts";
import { eventBody, readBody } from "./http-api/request-body.ts";
import { nextRequestId, type RoutedRequest, requestEvent } from "./http-api/request-event.ts";
import { createRouteTable, type RouteMatch } from "./http-api/route-table.ts";
import type { Assembly, Authority, Clock, Functions, Log } from "./parts.ts";

export { deniedRoutes } from "./http-api/invoke-permission.ts";
export { unsupportedHttpApi } from "./http-api/unsupported-http-api.ts";

/** API Gateway's own limits; only tests have a reason to change them. */
export type HttpApiLimits = {
  readonly bodyBytes: number;
  /** Request line and headers together. */
  readonly headerBytes: number;
  /** Upper bound for every route's time-out, in real time. */
  readonly timeoutMs: number;
  /** False where functions end by themselves in a time that is not the real one. */
  readonly isTimed: boolean;
  /** Real time, which throttling goes by whatever the virtual clock does. */
  readonly monotonicMs: () => number;
};

export type HttpApiOptions = {
  readonly assembly: Assembly;
  readonly functions: Functions;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly issuer: LocalIssuer;
  readonly log: Log;
  readonly limits?: Partial<HttpApiLimits>;
};

/** Lambda takes 6 MB at once, so a body between 6 and 10 MB passes API Gateway and fails behind it. */
const maximumEventBody = 6 * 1024 * 1024;

const awsLimits: HttpApiLimits = {
  bodyBytes: 10 * 1024 * 1024,
  headerBytes: 10_240,
  timeoutMs: 30_000,
  isTimed: true,
  monotonicMs: () => performance.now(),
};

/** Where a request goes, and what it carries once it may go there. */
type Located = RouteMatch<Route> & Pick<RoutedRequest, "path" | "rawQuery">;
type Admitted = Pick<RoutedRequest, "authorizer" | "body">;

const headerSize = ({ rawHeaders, url = "" }: IncomingMessage): number =>
  rawHeaders.reduce((size, text) => size + text.length, url.length);

/** HTTP APIs decode the whole path before they look for a route; undefined if it cannot be decoded. */
const decodedPath = (path: string): string | undefined => {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * Answers as the template's HTTP API would: routes, JWT authorizer, CORS, throttling, limits, payload format
 * 2.0 and the permission to invoke. A template without API answers 404 to everything.
 */
export const createHttpApi = (options: HttpApiOptions): RequestListener => {
  const { functions, authority, clock, log } = options;
  const limits = { ...awsLimits, ...options.limits };
  const api = apiDefinition(options.assembly);
  if (api === undefined) return (_, response) => writeReply(response, notFound, nextRequestId(), clock.now());
  const findRoute = createRouteTable(compileRoutes(api, options.issuer, clock, limits.monotonicMs));
  const cors = createCors(api.cors);

  const isInvocable = (route: Route, method: string): boolean => {
    const decision = mayInvoke(authority, api, route, method);
    if (!decision.allowed) log("error", decision.reason, { route: route.key });
    return decision.allowed;
  };

  const invoke = async (route: Route, event: unknown, requestId: string): Promise<Reply> => {
    const result = await invokeInTime(
      functions,
      route.functionArn,
      event,
      limits.isTimed ? Math.min(route.timeoutMs, limits.timeoutMs) : undefined,
    );
    if (result === undefined) return unavailable;
    const reply = result.ok ? functionReply(result.value) : undefined;
    if (reply !== undefined) return reply;
    const problem = result.ok
      ? "the function's answer is malformed"
      : `${result.errorType}: ${result.message}`;
    log("error", problem, { route: route.key, requestId });
    return internalError;
  };

  const locate = (request: IncomingMessage): Located | Reply => {
    const { method = "", url = "/" } = request;
    const mark = url.indexOf("?");
    const path = decodedPath(mark < 0 ? url : url.slice(0, mark));
    if (headerSize(request) > limits.headerBytes) return headersTooLarge;
    if (path === undefined) return badRequest;
    const found = findRoute(method, path);
    if (found === undefined) return notFound;
    if (found.route.throttle?.() === false) return tooManyRequests;
    return { ...found, path, rawQuery: mark < 0 ? "" : url.slice(mark + 1) };
  };

  const admit = async (request: IncomingMessage, { route }: Located): Promise<Admitted | Reply> => {
    const authorization = await route.authorize?.(request.headers.authorization, route.scopes);
    if (authorization?.ok === false) return authorization.reply;
    const bytes = await readBody(request, limits.bodyBytes);
    const { "content-type": type, "content-encoding": encoding } = request.headers;
    const body = bytes && eventBody(bytes, type, encoding);
    if (body === undefined || (body.body?.length ?? 0) > maximumEventBody) return tooLarge;
    return { authorizer: authorization?.context, body };
  };

  const answer = async (request: IncomingMessage, requestId: string): Promise<Reply> => {
    const located = locate(request);
    if ("status" in located) return located;
    const admitted = await admit(request, located);
    if ("status" in admitted) return admitted;
    if (!isInvocable(located.route, request.method ?? "")) return internalError;
    const routed = { request, requestId, timeMs: clock.now(), ...located, ...admitted };
    return invoke(located.route, requestEvent(api, routed), requestId);
  };

  return (request, response) => {
    const requestId = nextRequestId();
    const preflight = cors.preflight(request);
    if (preflight !== undefined) return writeReply(response, preflight, requestId, clock.now());
    answer(request, requestId)
      .catch((error: unknown) => {
        if (isOpen(response)) log("error", "the HTTP API failed", { requestId, error: String(error) });
        return internalError;
      })
      .then((reply) => {
        writeReply(response, cors.apply(reply, request.headers.origin), requestId, clock.now());
        // What is left of a body nobody wanted would otherwise block the connection.
        if (!request.complete) request.resume();
      });
  };
};
