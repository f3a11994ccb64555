import { Duration } from "aws-cdk-lib";
import { HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Construct } from "constructs";
import { apiPrefix, type Endpoint, methodOf, pathOf } from "../../../shared/http/endpoint.ts";
import type { ServiceParts } from "../service-parts.ts";
import { acknowledge } from "./acknowledge.ts";
import { addHandler } from "./handling.ts";
import { signing } from "./signing-key.ts";

/** One route per declared endpoint, in the service's own stack, all to its one api function. */
export const addRoutes = (scope: Construct, parts: ServiceParts): void => {
  const { service, core, signingKey } = parts;
  const { lambda } = addHandler(scope, parts, "api", {
    summary: `Answers the API's requests to ${service.name}`,
    // Below the API's own limit of 30 s, so that the function's log says what took so long.
    timeout: Duration.seconds(20),
    statements: signingKey ? [signing(signingKey)] : [],
  });
  // One permission for the whole API: one per route would pass the 20 kB that a function's policy may have.
  const integration = new HttpLambdaIntegration("Integration", lambda, { scopePermissionToRoute: false });
  const addRoute = ({ id, route, permission, summary }: Endpoint) => {
    const open = permission === undefined;
    const added = new HttpRoute(scope, id, {
      httpApi: core.api,
      routeKey: HttpRouteKey.with(`${apiPrefix}${pathOf(route)}`, HttpMethod[methodOf(route)]),
      integration,
      authorizer: open ? new HttpNoneAuthorizer() : core.authorizer,
    });
    if (open) acknowledge(added, "AwsSolutions-APIG4", `Declared to need no permission: ${summary}`);
  };
  for (const endpoint of service.endpoints) addRoute(endpoint);
};
