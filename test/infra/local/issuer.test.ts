import { request as httpRequest } from "node:http";
import { startTestIssuer, type TestIssuer } from "./support/test-issuer.ts";

const hour = 3_600_000;
let at: TestIssuer;

beforeAll(async () => {
  at = await startTestIssuer();
});
afterAll(() => at.stop());
afterEach(() => at.clock.moveTo(at.start));

describe("a demo token", () => {
  it("carries Cognito's claims and is accepted by the API's verification for an hour", async () => {
    const { access_token: token } = await at.demo("ann");
    const verdict = await at.verify(token);
    expect(verdict).toMatchObject({
      ok: true,
      claims: {
        sub: "ann",
        username: "ann",
        name: "Ann <Agent>",
        email: "ann@example.com",
        "cognito:groups": ["agents", "desk"],
        client_id: "portal",
        token_use: "access",
        iss: at.issuer.issuer,
      },
    });
    at.clock.moveTo(at.start + 2 * hour);
    expect((await at.verify(token)).ok).toBe(false);
  });

  it("is refused for nobody, and the answer names who there is", async () => {
    expect(await at.demo("bob")).toMatchObject({
      status: 400,
      error: "invalid_grant",
      error_description: expect.stringContaining("ann, eve"),
    });
  });

  it("is refused for an unknown client", async () => {
    expect(await at.demo("ann", { client_id: "stranger" })).toMatchObject({
      status: 401,
      error: "invalid_client",
    });
  });

  it("stays good when the issuer starts again with the same data", async () => {
    const { access_token: token } = await at.demo("ann");
    expect((await at.verify(token, await at.restarted())).ok).toBe(true);
  });
});

describe("the token endpoint", () => {
  it("renews a person's token for the client it was issued to only", async () => {
    const { refresh_token: token = "" } = await at.demo("ann");
    at.clock.moveTo(at.start + 48 * hour);
    const renewed = await at.grant({
      grant_type: "refresh_token",
      refresh_token: token,
      client_id: "portal",
    });
    expect((await at.verify(renewed.access_token)).ok).toBe(true);
    const stolen = await at.grant({
      grant_type: "refresh_token",
      refresh_token: token,
      client_id: "machine",
    });
    expect(stolen).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("gives a client with its secret a token made out to the API", async () => {
    const authorization = `Basic ${Buffer.from("machine:s3cret").toString("base64")}`;
    const { access_token: token } = await at.grant({ grant_type: "client_credentials" }, { authorization });
    expect(await at.verify(token)).toMatchObject({
      ok: true,
      claims: { sub: "machine", aud: "portal", "cognito:groups": ["integrations"] },
    });
  });

  it.each([
    ["a wrong secret", { client_id: "machine", client_secret: "guess" }],
    ["no secret", { client_id: "machine" }],
    ["a client that has none", { client_id: "portal", client_secret: "" }],
  ])("refuses %s", async (_, credentials) => {
    const refused = await at.grant({ grant_type: "client_credentials", ...credentials });
    expect(refused).toMatchObject({ status: 401, error: "invalid_client" });
  });

  it("knows no password grant", async () => {
    expect(await at.grant({ grant_type: "password" })).toMatchObject({ error: "unsupported_grant_type" });
  });
});

describe("the issuer", () => {
  it("describes itself with addresses that answer", async () => {
    const config = (await (await fetch(`${at.path}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string
    >;
    expect(config.issuer).toBe(at.issuer.issuer);
    expect(await (await fetch(config.jwks_uri ?? "")).json()).toEqual(at.issuer.keys);
  });

  it("publishes no private part of its key", () => {
    expect(Object.keys(at.issuer.keys.keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("tells who a token belongs to", async () => {
    const { access_token: token } = await at.demo("ann");
    const ask = (authorization: string) => fetch(`${at.path}/userinfo`, { headers: { authorization } });
    expect(await (await ask(`Bearer ${token}`)).json()).toMatchObject({ sub: "ann", name: "Ann <Agent>" });
    expect((await ask("Bearer x")).status).toBe(401);
  });

  it("leads back to this machine only after signing out", async () => {
    const leave = (to: string) =>
      fetch(`${at.path}/logout?logout_uri=${encodeURIComponent(to)}`, { redirect: "manual" });
    expect((await leave("http://localhost:5173/")).headers.get("location")).toBe("http://localhost:5173/");
    expect((await leave("https://evil.example/")).headers.get("location")).toBeNull();
  });

  it("lets pages of this machine read its answers, and no others", async () => {
    const allowed = async (origin: string) =>
      (await at.post({ grant_type: "urn:steward:demo", person: "ann" }, { origin })).headers.get(
        "access-control-allow-origin",
      );
    expect(await allowed("http://localhost:5173")).toBe("http://localhost:5173");
    expect(await allowed("https://evil.example")).toBeNull();
  });

  it("does not answer to a foreign name, which would be a rebound one", async () => {
    const status = await new Promise((resolve) => {
      const headers = { host: "evil.example" };
      httpRequest(`${at.path}/.well-known/jwks.json`, { headers }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});
