import { Duration } from "aws-cdk-lib";
import {
  type HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Construct } from "constructs";
import type { Bundle } from "../bundle.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Bell } from "./alarm-bell.ts";
import { ServiceFunction } from "./service-function.ts";

const descriptionPath = "/openapi.json";
export const descriptionRoute = `GET ${descriptionPath}`;

/** `GET /openapi.json`, open to everybody: it says how to ask, not what is inside. */
export const addDescription = (scope: Construct, api: HttpApi, code: Bundle, bell: Bell): void => {
  const { lambda } = new ServiceFunction(scope, "Description", {
    name: "description",
    summary: "Answers GET /openapi.json",
    code,
    handler: "description",
    timeout: Duration.seconds(5),
    environment: {},
    statements: [],
    bell,
  });
  const route = new HttpRoute(scope, "DescriptionRoute", {
    httpApi: api,
    routeKey: HttpRouteKey.with(descriptionPath, HttpMethod.GET),
    integration: new HttpLambdaIntegration("Integration", lambda, { scopePermissionToRoute: false }),
    authorizer: new HttpNoneAuthorizer(),
  });
  acknowledge(route, "AwsSolutions-APIG4", "The API's description is public, as its source is");
};
