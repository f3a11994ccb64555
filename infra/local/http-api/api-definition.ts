import type { Assembly, Resource } from "../parts.ts";

/** A route of the API with everything that is decided about it before a request arrives. */
export type RouteDefinition = {
  readonly key: string;
  /** Upper-case method, `ANY`, or undefined for `$default`. */
  readonly method: string | undefined;
  readonly path: string;
  readonly functionArn: string;
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly authorizer: Resource | undefined;
  readonly scopes: readonly string[];
};

export type ApiDefinition = {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly stage: Resource | undefined;
  readonly cors: Readonly<Record<string, unknown>> | undefined;
  readonly routes: readonly RouteDefinition[];
};

/** The longest an HTTP API waits for a function. */
const maximumTimeoutMs = 30_000;

/** An integration names its function by ARN or by the URI that Lambda's API has for it. */
const functionArnOf = (uri: unknown): string =>
  /functions\/(arn:[^/]+)\/invocations$/.exec(String(uri))?.[1] ?? String(uri);

const integrationOf = (assembly: Assembly, route: Resource): Resource | undefined => {
  const id = /^integrations\/(.+)$/.exec(String(route.properties.Target))?.[1];
  return assembly
    .ofType("AWS::ApiGatewayV2::Integration")
    .find(({ ref, properties }) => ref === id && properties.ApiId === route.properties.ApiId);
};

const routeOf = (assembly: Assembly, route: Resource): RouteDefinition => {
  const { RouteKey, AuthorizerId, AuthorizationType, AuthorizationScopes } = route.properties;
  const [method = "", path] = String(RouteKey).split(" ");
  const integration = integrationOf(assembly, route);
  return {
    key: RouteKey,
    method: path === undefined ? undefined : method,
    path: path ?? "",
    functionArn: functionArnOf(integration?.properties.IntegrationUri),
    timeoutMs: Math.min(integration?.properties.TimeoutInMillis ?? maximumTimeoutMs, maximumTimeoutMs),
    authorizer:
      AuthorizationType === "JWT"
        ? assembly.ofType("AWS::ApiGatewayV2::Authorizer").find(({ ref }) => ref === AuthorizerId)
        : undefined,
    scopes: AuthorizationScopes ?? [],
  };
};

/** Reads the template's HTTP API; undefined when it has none. */
export const apiDefinition = (assembly: Assembly): ApiDefinition | undefined => {
  const [api] = assembly.ofType("AWS::ApiGatewayV2::Api");
  if (api === undefined) return undefined;
  const ofApi = ({ properties }: Resource): boolean => properties.ApiId === api.ref;
  const routes = assembly
    .ofType("AWS::ApiGatewayV2::Route")
    .filter(ofApi)
    .map((route) => routeOf(assembly, route));
  // The API's own ARN names no account; its functions' ARNs do.
  const [, , , region = "", account = ""] = (routes[0]?.functionArn ?? "").split(":");
  return {
    id: api.ref,
    account,
    region,
    stage: assembly.ofType("AWS::ApiGatewayV2::Stage").find(ofApi),
    cors: api.properties.CorsConfiguration,
    routes,
  };
};
