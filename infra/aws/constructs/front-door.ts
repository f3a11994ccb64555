import { Duration } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  type CfnStage,
  CorsHttpMethod,
  type CorsPreflightOptions,
  HttpApi,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { type Bell, ring } from "./alarm-bell.ts";
import { logGroup } from "./retention.ts";

/** One JSON line per request: who (the token's subject), what, how it ended, how long it took. */
const accessLog = JSON.stringify({
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  subject: "$context.authorizer.claims.sub",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  path: "$context.path",
  status: "$context.status",
  bytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  integrationMs: "$context.integrationLatency",
  error: "$context.error.message",
  authorizerError: "$context.authorizer.error",
  integrationError: "$context.integrationErrorMessage",
});

/**
 * Requests a second, and at once. Far above a desk of a thousand agents, far below what would make a leaked
 * token or a loop in somebody's script expensive.
 */
const throttle = { rateLimit: 500, burstLimit: 1000 };

/** The same for each route that is open to everybody: who has no token uses up none of what people with one share. */
const openThrottle = { rateLimit: 50, burstLimit: 100 };

const cors = (origins: readonly string[]): CorsPreflightOptions => ({
  allowOrigins: [...origins],
  allowMethods: [
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ["authorization", "content-type", "if-match", "if-none-match", "idempotency-key"],
  exposeHeaders: ["etag", "link", "retry-after", "x-correlation-id"],
  maxAge: Duration.hours(1),
});

/** The API that all services hang their routes into; a route that says nothing needs a valid token. */
export const createApi = (
  scope: Construct,
  authorizer: IHttpRouteAuthorizer,
  { name, origins }: Settings,
): HttpApi =>
  new HttpApi(scope, "Api", {
    apiName: name,
    description: "Every service's operations; GET /openapi.json describes them",
    defaultAuthorizer: authorizer,
    createDefaultStage: false,
    ...(origins.length > 0 ? { corsPreflight: cors(origins) } : {}),
  });

/**
 * Puts the API on the air: every route in one stage. To be made when all routes are there, in a stack after theirs:
 * AWS refuses settings for a route that it does not know yet.
 */
export const createStage = (
  scope: Construct,
  api: HttpApi,
  bell: Bell,
  openRoutes: readonly string[],
): void => {
  const stage = new HttpStage(scope, "Stage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup(scope, "AccessLog", bell.settings)),
      format: AccessLogFormat.custom(accessLog),
    },
  });
  const { rateLimit: ThrottlingRateLimit, burstLimit: ThrottlingBurstLimit } = openThrottle;
  // The construct has no word for it.
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
    openRoutes.map((route) => [route, { ThrottlingRateLimit, ThrottlingBurstLimit }]),
  );
  ring(scope, bell, { kind: "api-5xx", about: "api", metric: (options) => stage.metricServerError(options) });
};
