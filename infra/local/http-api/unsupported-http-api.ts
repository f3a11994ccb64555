import type { Assembly, Resource } from "../parts.ts";

const origin = ({ stack, logicalId }: Resource): string => `${stack}/${logicalId}`;

const routeProblems = (assembly: Assembly, route: Resource): readonly string[] => {
  const { RouteKey, AuthorizationType = "NONE", AuthorizerId, Target, ApiKeyRequired } = route.properties;
  const has = (type: string, ref: unknown): boolean => assembly.ofType(type).some((each) => each.ref === ref);
  const target = String(Target).replace(/^integrations\//, "");
  return [
    ...(/^(\$default|[A-Z]+ \/\S*)$/.test(RouteKey) ? [] : [`route key ${RouteKey}`]),
    ...(AuthorizationType === "NONE" || AuthorizationType === "JWT"
      ? []
      : [`authorization ${AuthorizationType}`]),
    ...(AuthorizationType === "JWT" && !has("AWS::ApiGatewayV2::Authorizer", AuthorizerId)
      ? ["an unknown authorizer"]
      : []),
    ...(has("AWS::ApiGatewayV2::Integration", target) ? [] : ["a route without integration"]),
    ...(ApiKeyRequired === true ? ["API keys, which HTTP APIs do not have"] : []),
  ];
};

const integrationProblems = ({ properties }: Resource): readonly string[] => [
  ...(properties.IntegrationType === "AWS_PROXY" ? [] : [`integration type ${properties.IntegrationType}`]),
  ...(properties.PayloadFormatVersion === "2.0" ? [] : [`payload format ${properties.PayloadFormatVersion}`]),
  ...(properties.RequestParameters === undefined ? [] : ["parameter mapping"]),
];

const authorizerProblems = ({ properties }: Resource): readonly string[] => {
  const source = String(properties.IdentitySource);
  return [
    ...(properties.AuthorizerType === "JWT" ? [] : [`authorizer type ${properties.AuthorizerType}`]),
    ...(/^\$request\.header\.authorization$/i.test(source) ? [] : [`identity source ${source}`]),
  ];
};

const apiProblems = ({ properties }: Resource): readonly string[] => [
  ...(properties.ProtocolType === "HTTP" ? [] : [`protocol ${properties.ProtocolType}`]),
  ...(properties.Body === undefined && properties.BodyS3Location === undefined
    ? []
    : ["an API imported from OpenAPI"]),
];

const stageProblems = ({ properties }: Resource): readonly string[] =>
  properties.StageName === "$default" ? [] : [`stage ${properties.StageName} (only $default)`];

/** What of the template's API cannot be served here; the local cloud refuses to start on any of it. */
export const unsupportedHttpApi = (assembly: Assembly): readonly string[] => {
  const apis = assembly.ofType("AWS::ApiGatewayV2::Api");
  const of = (type: string, problems: (resource: Resource) => readonly string[]): readonly string[] =>
    assembly
      .ofType(type)
      .flatMap((resource) =>
        problems(resource).map((problem) => `${origin(resource)}: the local cloud cannot serve ${problem}`),
      );
  return [
    ...apis.slice(1).map((api) => `${origin(api)}: the local cloud serves one HTTP API`),
    ...of("AWS::ApiGatewayV2::Api", apiProblems),
    ...of("AWS::ApiGatewayV2::Stage", stageProblems),
    ...of("AWS::ApiGatewayV2::Route", (route) => routeProblems(assembly, route)),
    ...of("AWS::ApiGatewayV2::Integration", integrationProblems),
    ...of("AWS::ApiGatewayV2::Authorizer", authorizerProblems),
  ];
};
