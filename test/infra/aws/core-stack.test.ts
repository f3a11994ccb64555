import { Match, type Template } from "aws-cdk-lib/assertions";
import { services } from "./fixture/services.ts";
import { templatesOf } from "./support.ts";

const sources = "test/infra/aws/fixture";
const installation = (context: Record<string, unknown> = {}) => templatesOf(services, { sources, context });
const stack = (templates: ReadonlyMap<string, Template>, name: string): Template => {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`no stack ${name}`);
  return found;
};

describe("an installation as it comes", () => {
  const templates = installation();
  const core = stack(templates, "steward-core");

  it("takes tokens of its own user pool, for its own clients", () => {
    core.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      JwtConfiguration: {
        Issuer: { "Fn::GetAtt": [Match.stringLikeRegexp("^People"), "ProviderURL"] },
        Audience: [{ Ref: Match.stringLikeRegexp("^PeopleWeb") }],
      },
    });
  });

  it("has a group for each role that a service grants something to, except the one that everybody has", () => {
    const groups = Object.values(core.findResources("AWS::Cognito::UserPoolGroup"));
    expect(groups.map(({ Properties }) => Properties.GroupName)).toEqual(["role:sharpener"]);
  });

  it("answers no browser of another origin", () => {
    core.allResourcesProperties("AWS::ApiGatewayV2::Api", { CorsConfiguration: Match.absent() });
  });

  it("throttles and logs every request", () => {
    stack(templates, "steward-entrance").hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      AccessLogSettings: Match.objectLike({ Format: Match.stringLikeRegexp("context.requestId") }),
    });
  });

  it("lets whoever has no token use up nothing of what people with one share", () => {
    const open = [...templates.values()].flatMap((template) =>
      Object.values(template.findResources("AWS::ApiGatewayV2::Route"))
        .filter(({ Properties }) => Properties.AuthorizationType === "NONE")
        .map(({ Properties }) => String(Properties.RouteKey)),
    );
    const limits = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };
    stack(templates, "steward-entrance").hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      RouteSettings: Object.fromEntries(open.map((route) => [route, limits])),
    });
    expect(open).toContain("GET /openapi.json");
  });

  it("describes itself to anybody, and opens nothing else", () => {
    const open = Object.values(core.findResources("AWS::ApiGatewayV2::Route"));
    expect(open.map(({ Properties }) => Properties.RouteKey)).toEqual(["GET /openapi.json"]);
  });

  it("says where its API, its bus and its alarms are", () => {
    for (const name of ["ApiUrl", "BusName", "AlarmsTopic", "UserPoolId", "WebClientId", "SignInUrl"])
      core.hasOutput(name, {});
  });
});

describe("an installation with an own issuer", () => {
  const core = stack(
    installation({ issuer: "https://id.example.com/", audience: ["desk", "monitoring"] }),
    "steward-core",
  );

  it("takes that issuer's tokens for those audiences, and has no user pool", () => {
    core.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      JwtConfiguration: { Issuer: "https://id.example.com/", Audience: ["desk", "monitoring"] },
    });
    core.resourceCountIs("AWS::Cognito::UserPool", 0);
  });
});

describe("an installation with connected programs", () => {
  const templates = installation({
    integrations: ["monitoring"],
    groups: { "it-desk": { roles: ["agent"], teams: [] } },
  });

  it("gives each its own client with a secret, whose tokens count", () => {
    const core = stack(templates, "steward-core");
    core.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      ClientName: "monitoring",
      GenerateSecret: true,
      AllowedOAuthFlows: ["client_credentials"],
    });
    core.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      JwtConfiguration: Match.objectLike({
        Audience: Match.arrayWith([{ Ref: Match.stringLikeRegexp("Integrationmonitoring") }]),
      }),
    });
  });

  it("tells every service that such a client has the role integration, beside what its groups mean", () => {
    const [{ Properties }] = Object.values(
      stack(templates, "steward-ink").findResources("AWS::Lambda::Function"),
    ) as [{ Properties: { Environment: { Variables: { GROUPS: { "Fn::Join": [string, unknown[]] } } } } }];
    const [, pieces] = Properties.Environment.Variables.GROUPS["Fn::Join"];
    const text = pieces.map((piece) => (typeof piece === "string" ? piece : "CLIENT")).join("");
    expect(JSON.parse(text)).toEqual({
      "client:CLIENT": { roles: ["integration"], teams: [] },
      "it-desk": { roles: ["agent"], teams: [] },
    });
  });
});

describe("an installation with origins and another name", () => {
  const templates = installation({
    name: "desk-test",
    origins: '["https://desk.example.com"]',
    alarmEmail: "desk@example.com",
  });

  it("lets those origins call, and signing in return to them", () => {
    const core = stack(templates, "desk-test-core");
    core.hasResourceProperties("AWS::ApiGatewayV2::Api", {
      CorsConfiguration: Match.objectLike({ AllowOrigins: ["https://desk.example.com"] }),
    });
    core.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      CallbackURLs: ["https://desk.example.com"],
    });
  });

  it("names everything after itself, so that two fit into one account", () => {
    stack(templates, "desk-test-core").hasResourceProperties("AWS::Events::EventBus", { Name: "desk-test" });
    stack(templates, "desk-test-ink").hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      TableName: "desk-test-ink",
    });
    stack(templates, "desk-test-ink").hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "desk-test-ink-api",
    });
  });

  it("mails its alarms", () => {
    stack(templates, "desk-test-core").hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "desk@example.com",
    });
  });
});

describe("an installation for a trial", () => {
  it("leaves nothing behind", () => {
    for (const template of installation({ ephemeral: "true" }).values()) {
      expect(JSON.stringify(template.toJSON())).not.toContain('"Retain"');
      expect(JSON.stringify(template.toJSON())).not.toContain('"DeletionProtectionEnabled":true');
    }
  });
});
