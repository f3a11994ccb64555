import type { HttpEvent } from "../../../shared/http/read-request.ts";

/** The parts of an HTTP request that matter to the API function. */
export type Sent = {
  readonly routeKey?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  /** Claims of the verified token; none without it. */
  readonly claims?: Readonly<Record<string, string>>;
};

/** A request as the HTTP API hands it to a function (payload format 2.0). */
export const httpEvent = (sent: Sent): HttpEvent =>
  ({
    version: "2.0",
    routeKey: sent.routeKey ?? "POST /api/things/{thingId}",
    rawPath: "/api/things/t1",
    rawQueryString: "",
    headers: { "content-type": "application/json", ...sent.headers },
    pathParameters: sent.path,
    queryStringParameters: sent.query,
    body: sent.body,
    isBase64Encoded: sent.isBase64Encoded ?? false,
    requestContext: {
      requestId: "r-1",
      ...(sent.claims ? { authorizer: { jwt: { claims: sent.claims } } } : {}),
    },
  }) as unknown as HttpEvent;
