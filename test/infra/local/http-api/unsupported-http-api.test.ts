import { createAuthority } from "../../../../infra/local/authority.ts";
import { deniedRoutes, unsupportedHttpApi } from "../../../../infra/local/http-api.ts";
import { apiAssembly } from "../support/api-assembly.ts";

const routes = [{ key: "GET /things" }];

describe("what of an API cannot be served is listed", () => {
  it("nothing of an ordinary one", () => {
    expect(unsupportedHttpApi(apiAssembly(routes))).toEqual([]);
  });

  it.each([
    ["protocol WEBSOCKET", apiAssembly(routes, { api: { ProtocolType: "WEBSOCKET" } })],
    ["stage prod", apiAssembly(routes, { stage: { StageName: "prod" } })],
    ["integration type HTTP_PROXY", apiAssembly(routes, { integration: { IntegrationType: "HTTP_PROXY" } })],
    ["payload format 1.0", apiAssembly(routes, { integration: { PayloadFormatVersion: "1.0" } })],
    ["authorizer type REQUEST", apiAssembly(routes, { authorizer: { AuthorizerType: "REQUEST" } })],
    [
      "identity source $request.querystring.token",
      apiAssembly(routes, { authorizer: { IdentitySource: "$request.querystring.token" } }),
    ],
    ["route key things", apiAssembly([{ key: "things" }])],
  ])("%s", (problem, assembly) => {
    expect(unsupportedHttpApi(assembly).join()).toContain(problem);
  });
});

describe("a route whose function may not be invoked for it", () => {
  const denied = (SourceArn: string) => {
    const assembly = apiAssembly([...routes, { key: "ANY /others" }, { key: "$default" }], {
      permission: { SourceArn },
    });
    return deniedRoutes(assembly, createAuthority(assembly)).map((each) => each.split(":")[0]);
  };

  it("is listed", () => {
    expect(denied("arn:aws:execute-api:eu-west-1:123456789012:api1/*/*/others")).toEqual([
      "route GET /things",
      "route $default",
    ]);
  });

  it("does not exist where the permission covers the API", () => {
    expect(denied("arn:aws:execute-api:eu-west-1:123456789012:api1/*/*")).toEqual([]);
  });
});
