import { apiAssembly } from "../support/api-assembly.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

const hour = 3_600_000;
const routes = [
  { key: "GET /private" },
  { key: "GET /public", open: true },
  { key: "GET /scoped", scopes: ["openid"] },
  { key: "GET /beyond", scopes: ["things/write"] },
  { key: "OPTIONS /public", open: true },
] as const;
const cors = {
  AllowOrigins: ["https://portal.example"],
  AllowMethods: ["GET", "POST"],
  AllowHeaders: ["authorization", "if-match"],
  ExposeHeaders: ["etag"],
  MaxAge: 600,
};
const handler = (event: { requestContext: unknown }) => ({
  statusCode: 200,
  headers: { "Access-Control-Allow-Origin": "https://by-the-function.example", ETag: "7", Vary: "accept" },
  body: JSON.stringify(event.requestContext),
});

let api: TestApi;
let bearer: { authorization: string };

beforeAll(async () => {
  api = await startTestApi(apiAssembly(routes, { api: { CorsConfiguration: cors } }), handler);
  bearer = { authorization: `Bearer ${await api.token()}` };
});
afterAll(() => api.stop());

describe("the JWT authorizer", () => {
  it("asks for a token where there is none", async () => {
    const answered = await api.call("/private");
    expect([answered.status, answered.body]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(answered.headers["www-authenticate"]).toBe("Bearer");
  });

  it.each([
    ["Bearer nonsense", "nonsense"],
    ["Basic YW5uOmFubg==", "another scheme"],
    ['Bearer "\\\u00e9', "text that would break the header"],
  ])("refuses %s (%s) and says that the token is invalid", async (authorization) => {
    const answered = await api.call("/private", { headers: { authorization } });
    expect(answered.status).toBe(401);
    expect(answered.headers["www-authenticate"]).toMatch(
      /^Bearer scope="" error="invalid_token" error_description="[^"\\]*"$/,
    );
  });

  it("lets a valid token in, and any caller to an open route", async () => {
    expect((await api.call("/private", { headers: bearer })).status).toBe(200);
    expect((await api.call("/public")).status).toBe(200);
  });

  it("refuses the token once it has expired by the virtual clock", async () => {
    const real = api.clock.now();
    api.clock.moveTo(real + 2 * hour);
    const late = await api.call("/private", { headers: bearer });
    api.clock.moveTo(real);
    expect(late.status).toBe(401);
    expect((await api.call("/private", { headers: bearer })).status).toBe(200);
  });

  it("checks the template's audience", async () => {
    const authorizer = { JwtConfiguration: { Audience: ["others"] } };
    const other = await startTestApi(apiAssembly(routes, { authorizer }), handler);
    const authorization = `Bearer ${await other.token()}`;
    expect((await other.call("/private", { headers: { authorization } })).status).toBe(401);
    await other.stop();
  });

  it("wants one of the route's scopes, and passes on which it was", async () => {
    const scoped = await api.call("/scoped", { headers: bearer });
    expect(JSON.parse(scoped.body)).toMatchObject({ authorizer: { jwt: { scopes: ["openid"] } } });
    const beyond = await api.call("/beyond", { headers: bearer });
    expect([beyond.status, beyond.body]).toEqual([403, '{"message":"Forbidden"}']);
  });
});

describe("CORS", () => {
  const preflight = (origin: string, path = "/private") =>
    api.call(path, { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });

  it("answers a preflight itself, without a token and on any path", async () => {
    const answered = await preflight("https://portal.example", "/anything");
    expect(answered.status).toBe(204);
    expect(answered.headers).toMatchObject({
      "access-control-allow-origin": "https://portal.example",
      "access-control-allow-methods": "GET,POST",
      "access-control-allow-headers": "authorization,if-match",
      "access-control-max-age": "600",
      vary: "origin",
    });
  });

  it("allows nothing to another origin", async () => {
    const answered = await preflight("https://evil.example");
    expect(Object.keys(answered.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  it("leaves an OPTIONS request that is no preflight to its route", async () => {
    expect((await api.call("/public", { method: "OPTIONS" })).status).toBe(200);
  });

  it("replaces what the function says, on errors too", async () => {
    const answered = await api.call("/public", { headers: { origin: "https://portal.example" } });
    expect(answered.headers).toMatchObject({
      "access-control-allow-origin": "https://portal.example",
      "access-control-expose-headers": "etag",
      etag: "7",
      vary: "accept, origin",
    });
    const refused = await api.call("/private", { headers: { origin: "https://portal.example" } });
    expect(refused.headers["access-control-allow-origin"]).toBe("https://portal.example");
  });

  it("is the function's own affair where the API does not configure it", async () => {
    const plain = await startTestApi(apiAssembly(routes), handler);
    const answered = await plain.call("/public", { headers: { origin: "https://portal.example" } });
    expect(answered.headers["access-control-allow-origin"]).toBe("https://by-the-function.example");
    await plain.stop();
  });
});
