import type { RouteDefinition } from "../../../../infra/local/http-api/api-definition.ts";
import { createRouteTable } from "../../../../infra/local/http-api/route-table.ts";

const table = (...keys: readonly string[]) => {
  const routes = keys.map((key): RouteDefinition => {
    const [method, path = ""] = key === "$default" ? [undefined] : key.split(" ");
    return { key, method, path, functionArn: "", timeoutMs: 0, authorizer: undefined, scopes: [] };
  });
  const find = createRouteTable(routes);
  return (method: string, path: string) => {
    const found = find(method, path);
    return found === undefined ? undefined : [found.route.key, ...found.values];
  };
};

const find = table(
  "GET /things",
  "GET /things/{id}",
  "GET /things/new",
  "ANY /things/{id}/notes",
  "POST /things/{id}/notes",
  "GET /things/{id}/notes/{note}",
  "GET /files/{path+}",
  "GET /files/{name}",
  "DELETE /{kind}/{id}",
);

describe("the most specific route wins", () => {
  it.each([
    ["GET", "/things", ["GET /things"]],
    ["GET", "/things/7", ["GET /things/{id}", "7"]],
    ["GET", "/things/new", ["GET /things/new"]],
    ["POST", "/things/7/notes", ["POST /things/{id}/notes", "7"]],
    ["PUT", "/things/7/notes", ["ANY /things/{id}/notes", "7"]],
    ["GET", "/things/7/notes/8", ["GET /things/{id}/notes/{note}", "7", "8"]],
    ["GET", "/files/a", ["GET /files/{name}", "a"]],
    ["GET", "/files/a/b/c", ["GET /files/{path+}", "a/b/c"]],
    ["DELETE", "/things/new", ["DELETE /{kind}/{id}", "things", "new"]],
    ["POST", "/things", undefined],
    ["HEAD", "/things", undefined],
    ["GET", "/things/", undefined],
    ["GET", "/files/", undefined],
    ["GET", "//things", undefined],
    ["GET", "/", undefined],
  ])("%s %s", (method, path, expected) => {
    expect(find(method, path)).toEqual(expected);
  });

  it("and $default takes what no other does", () => {
    const withDefault = table("GET /things", "$default");
    expect(withDefault("GET", "/things")).toEqual(["GET /things"]);
    expect(withDefault("POST", "/else/where")).toEqual(["$default"]);
  });
});
