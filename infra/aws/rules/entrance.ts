import { mustBe, type Rule, unless } from "./rule.ts";
import { at, listOf } from "./templates.ts";

/** Requests are limited and logged before they cost anything. */
const stages: Rule = ({ templates }) =>
  templates
    .ofType("AWS::ApiGatewayV2::Stage")
    .flatMap((stage) => [
      ...unless(
        Number(at(stage, "DefaultRouteSettings.ThrottlingRateLimit")) > 0,
        "Entrance",
        stage,
        "throttles nobody",
      ),
      ...unless(
        Number(at(stage, "DefaultRouteSettings.ThrottlingBurstLimit")) > 0,
        "Entrance",
        stage,
        "throttles no burst",
      ),
      ...unless(
        String(at(stage, "AccessLogSettings.Format")).includes("$context.requestId"),
        "Entrance",
        stage,
        "logs no requests",
      ),
      ...mustBe("Entrance", stage)("AutoDeploy", true),
    ]);

/** Browsers may call from the configured origins, or from none. */
const origins: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::ApiGatewayV2::Api").flatMap((api) => {
    const allowed = listOf(at(api, "CorsConfiguration.AllowOrigins"));
    return unless(
      JSON.stringify(allowed) === JSON.stringify(settings.origins),
      "Entrance",
      api,
      `opens to origins ${allowed.join()}`,
    );
  });

/** Tokens count only from the issuer, only for us. */
const authorizers: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::ApiGatewayV2::Authorizer").flatMap((authorizer) => {
    const issuer = templates.text(authorizer, "JwtConfiguration.Issuer") ?? "";
    const known =
      settings.issuer ??
      templates.ofType("AWS::Cognito::UserPool").map(({ identity }) => `${identity}#ProviderURL`)[0];
    const audience = listOf(at(authorizer, "JwtConfiguration.Audience"));
    return [
      ...mustBe("Entrance", authorizer)("AuthorizerType", "JWT"),
      ...mustBe("Entrance", authorizer)("IdentitySource", ["$request.header.Authorization"]),
      ...unless(issuer === known, "Entrance", authorizer, `believes ${issuer}`),
      ...unless(audience.length > 0, "Entrance", authorizer, "takes tokens meant for others"),
    ];
  });

const authorizerIds: Rule = ({ templates }) =>
  templates
    .ofType("AWS::ApiGatewayV2::Route")
    .filter((route) => at(route, "AuthorizationType") !== "NONE")
    .flatMap((route) => {
      const known = templates
        .ofType("AWS::ApiGatewayV2::Authorizer")
        .some(({ identity }) => identity === templates.text(route, "AuthorizerId"));
      return unless(known, "Entrance", route, "names no authorizer of this API");
    });

/** Accounts are given, not taken; tokens go to the client by code, never through the address bar. */
const people: Rule = ({ templates }) => [
  ...templates
    .ofType("AWS::Cognito::UserPool")
    .flatMap((pool) => mustBe("Entrance", pool)("AdminCreateUserConfig.AllowAdminCreateUserOnly", true)),
  ...templates.ofType("AWS::Cognito::UserPoolClient").flatMap((client) => {
    const flows = listOf(at(client, "AllowedOAuthFlows"));
    return [
      ...unless(!flows.includes("implicit"), "Entrance", client, "hands out tokens in addresses"),
      ...unless(
        !flows.includes("client_credentials") || at(client, "GenerateSecret") === true,
        "Entrance",
        client,
        "is a program without a secret",
      ),
    ];
  }),
];

export const entrance: readonly Rule[] = [stages, origins, authorizers, authorizerIds, people];
