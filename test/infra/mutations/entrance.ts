import { type Mutation, property, refTo, set, without } from "./mutation.ts";

/** An API and a user pool that are open where they should be closed, or closed where they should be open. */
export const entranceMutations: readonly Mutation[] = [
  {
    title: "a route that asks for no token",
    change: property("Pencil/sharpenPencil", "AuthorizationType", "NONE"),
    caughtBy: "nag",
  },
  {
    title: "a route without its authorizer",
    change: property("Pencil/sharpenPencil", "AuthorizerId", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a route with a method that HTTP does not have",
    change: property("Pencil/sharpenPencil", "RouteKey", "FETCH /api/pencils/{pencilId}/sharpen"),
    caughtBy: "house rules",
  },
  {
    title: "a route under another path than declared",
    change: property("Pencil/sharpenPencil", "RouteKey", "POST /api/pencil/{pencilId}/sharpen"),
    caughtBy: "house rules",
  },
  {
    title: "a route that catches everything",
    change: property("Ink/getInk", "RouteKey", "$default"),
    caughtBy: "house rules",
  },
  {
    title: "a route that is missing",
    change: without("Pencil/sharpenPencil"),
    caughtBy: "house rules",
  },
  {
    title: "a route to an integration that does not exist",
    change: property("Pencil/sharpenPencil", "Target", {
      "Fn::Join": ["", ["integrations/", { Ref: "Nothing" }]],
    }),
    caughtBy: "validate",
  },
  {
    title: "requests in the payload of REST APIs",
    change: property("Pencil/sharpenPencilIntegration", "PayloadFormatVersion", "1.0"),
    caughtBy: "house rules",
  },
  {
    title: "tokens that were meant for others",
    change: property("Core/ApiToken", "JwtConfiguration.Audience", []),
    caughtBy: "house rules",
  },
  {
    title: "tokens of another issuer",
    change: property("Core/ApiToken", "JwtConfiguration.Issuer", "https://issuer.example.com"),
    caughtBy: "house rules",
  },
  {
    title: "tokens in the address",
    change: property("Core/ApiToken", "IdentitySource", ["$request.querystring.token"]),
    caughtBy: "house rules",
  },
  {
    title: "an API without an access log",
    change: property("Entrance/Stage", "AccessLogSettings", undefined),
    caughtBy: "nag",
  },
  {
    title: "an API that throttles nobody",
    change: property("Entrance/Stage", "DefaultRouteSettings", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a stage that deploys nothing",
    change: property("Entrance/Stage", "AutoDeploy", false),
    caughtBy: "house rules",
  },
  {
    title: "an API that any page may call",
    change: property("Core/Api", "CorsConfiguration", { AllowOrigins: ["*"] }),
    caughtBy: "house rules",
  },
  {
    title: "a user pool in which anybody can make an account",
    change: property("Core/People", "AdminCreateUserConfig.AllowAdminCreateUserOnly", false),
    caughtBy: "house rules",
  },
  {
    title: "people who sign in with a password alone",
    change: property("Core/People", "MfaConfiguration", "OFF"),
    caughtBy: "nag",
  },
  {
    title: "passwords of six letters",
    change: property("Core/People", "Policies.PasswordPolicy", { MinimumLength: 6 }),
    caughtBy: "nag",
  },
  {
    title: "tokens handed out in the address",
    change: property("Core/PeopleWeb", "AllowedOAuthFlows", ["code", "implicit"]),
    caughtBy: "house rules",
  },
  {
    title: "a program that needs no secret",
    change: property("Core/PeopleWeb", "AllowedOAuthFlows", ["client_credentials"]),
    caughtBy: "house rules",
  },
  {
    title: "an integration that leads to a queue",
    change: refTo(
      "Pencil/Events",
      (id) => ({ "Fn::GetAtt": [id, "Arn"] }),
      (value) => property("Pencil/sharpenPencilIntegration", "IntegrationUri", value),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a user pool that is deleted with its stack",
    change: set("Core/People", "DeletionPolicy", "Delete"),
    caughtBy: "house rules",
  },
];
