import type { Functions, InvokeResult } from "../../../../infra/local/parts.ts";
import { account, arnOf, assemblyOf } from "./assembly.ts";

/** What a template says of one route. */
export type RouteSpec = { readonly key: string; readonly scopes?: readonly string[]; readonly open?: true };

export const handlerArn = arnOf("lambda", "function:handler");

const parts = ({ key, scopes, open }: RouteSpec, index: number) => ({
  type: "AWS::ApiGatewayV2::Route",
  logicalId: `Route${index}`,
  properties: {
    ApiId: "api1",
    RouteKey: key,
    Target: "integrations/integration1",
    AuthorizationType: open ? "NONE" : "JWT",
    ...(open ? {} : { AuthorizerId: "authorizer1" }),
    ...(scopes && { AuthorizationScopes: scopes }),
  },
});

type Changes = {
  readonly api?: object;
  readonly stage?: object;
  readonly integration?: object;
  readonly authorizer?: object;
  readonly permission?: object;
};

/** A template with one HTTP API whose routes all lead to one function. */
export const apiAssembly = (routes: readonly RouteSpec[], changes: Changes = {}) =>
  assemblyOf(
    { type: "AWS::Lambda::Function", logicalId: "Handler", ref: "handler", arn: handlerArn, properties: {} },
    {
      type: "AWS::ApiGatewayV2::Api",
      logicalId: "Api",
      ref: "api1",
      arn: "arn:aws:apigateway:eu-west-1::/apis/api1",
      properties: { ProtocolType: "HTTP", ...changes.api },
    },
    {
      type: "AWS::ApiGatewayV2::Stage",
      logicalId: "Stage",
      properties: { ApiId: "api1", StageName: "$default", ...changes.stage },
    },
    {
      type: "AWS::ApiGatewayV2::Integration",
      logicalId: "Integration",
      ref: "integration1",
      properties: {
        ApiId: "api1",
        IntegrationType: "AWS_PROXY",
        IntegrationUri: handlerArn,
        PayloadFormatVersion: "2.0",
        ...changes.integration,
      },
    },
    {
      type: "AWS::ApiGatewayV2::Authorizer",
      logicalId: "Authorizer",
      ref: "authorizer1",
      properties: {
        ApiId: "api1",
        AuthorizerType: "JWT",
        IdentitySource: ["$request.header.Authorization"],
        JwtConfiguration: {
          Audience: ["portal"],
          Issuer: "https://cognito-idp.eu-west-1.amazonaws.com/pool",
        },
        ...changes.authorizer,
      },
    },
    {
      type: "AWS::Lambda::Permission",
      logicalId: "Permission",
      properties: {
        Action: "lambda:InvokeFunction",
        FunctionName: handlerArn,
        Principal: "apigateway.amazonaws.com",
        SourceArn: `arn:aws:execute-api:eu-west-1:${account}:api1/*/*`,
        ...changes.permission,
      },
    },
    ...routes.map(parts),
  );

export type Handler = (event: never, signal: AbortSignal | undefined) => unknown;

/** Functions that run in this process: what they return is the value, what they throw is the function's error. */
export const functionsFrom = (handler: Handler): Functions => ({
  invoke: async (_, event, options): Promise<InvokeResult> => {
    try {
      return { ok: true, value: await handler(event as never, options?.signal) };
    } catch (error) {
      return { ok: false, errorType: "Error", message: String(error) };
    }
  },
  stop: async () => {},
});
