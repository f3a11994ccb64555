import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { ApiDefinition, RouteDefinition } from "./api-definition.ts";
import type { AuthorizerContext } from "./jwt-authorizer.ts";
import type { EventBody } from "./request-body.ts";

/** A request on its way to a function. */
export type RoutedRequest = {
  readonly request: IncomingMessage;
  readonly requestId: string;
  /** Decoded, as HTTP APIs pass it on. */
  readonly path: string;
  readonly rawQuery: string;
  readonly route: RouteDefinition & { readonly parameters: readonly string[] };
  readonly values: readonly string[];
  readonly authorizer: AuthorizerContext | undefined;
  readonly body: EventBody;
  /** Epoch milliseconds. */
  readonly timeMs: number;
};

const processId = randomBytes(6).toString("hex");
let count = 0;

/** Unique over restarts, and cheap: random once per process, then counted. */
export const nextRequestId = (): string => {
  count += 1;
  return `${processId}${count.toString(36).padStart(7, "0")}=`;
};

/** `$context` form of a time: 12/Mar/2020:19:03:58 +0000. */
const logTime = (epochMs: number): string => {
  const [, day, month, year, time] = new Date(epochMs).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
};

const joinedHeaders = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = Object.create(null);
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? "").toLowerCase();
    const value = rawHeaders[at + 1] ?? "";
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before},${value}`;
  }
  return headers;
};

const joinedQuery = (rawQuery: string): Readonly<Record<string, string>> | undefined => {
  if (rawQuery === "") return undefined;
  // No prototype: "constructor" is a name like any other here.
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(rawQuery))
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  return query;
};

const traceId = (timeMs: number, requestId: string): string =>
  `Root=1-${Math.floor(timeMs / 1000)
    .toString(16)
    .padStart(8, "0")}-${Buffer.from(requestId).toString("hex").slice(-24).padStart(24, "0")}`;

const forwardedHeaders = (routed: RoutedRequest, sourceIp: string): Record<string, string> => {
  const { cookie: _, ...headers } = joinedHeaders(routed.request);
  const before = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = before === undefined ? sourceIp : `${before}, ${sourceIp}`;
  headers["x-forwarded-proto"] ??= "http";
  headers["x-forwarded-port"] ??= String(routed.request.socket.localPort ?? "");
  headers["x-amzn-trace-id"] ??= traceId(routed.timeMs, routed.requestId);
  return headers;
};

const pathParameters = ({ route, values }: RoutedRequest): Readonly<Record<string, string>> | undefined =>
  values.length === 0
    ? undefined
    : Object.fromEntries(values.map((value, index) => [route.parameters[index] ?? "", value]));

/** Payload format 2.0. Parts that a request does not have are left out, as API Gateway does. */
export const requestEvent = (api: ApiDefinition, routed: RoutedRequest) => {
  const { request, path, route } = routed;
  const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const domainName = request.headers.host?.replace(/:\d+$/, "") ?? "";
  const cookies = request.headers.cookie?.split("; ");
  const query = joinedQuery(routed.rawQuery);
  const parameters = pathParameters(routed);
  const stageVariables: Readonly<Record<string, string>> | undefined = api.stage?.properties.StageVariables;
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: path,
    rawQueryString: routed.rawQuery,
    ...(cookies && { cookies }),
    headers: forwardedHeaders(routed, sourceIp),
    ...(query && { queryStringParameters: { ...query } }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(routed.authorizer && { authorizer: routed.authorizer }),
      domainName,
      domainPrefix: domainName.split(".")[0] ?? "",
      http: {
        method: request.method ?? "",
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: routed.requestId,
      routeKey: route.key,
      stage: "$default",
      time: logTime(routed.timeMs),
      timeEpoch: routed.timeMs,
    },
    ...(parameters && { pathParameters: parameters }),
    ...(stageVariables && { stageVariables }),
    ...routed.body,
  };
};
