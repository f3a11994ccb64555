import { startTestIssuer, type TestIssuer } from "../support/test-issuer.ts";

const hour = 3_600_000;
let at: TestIssuer;

beforeAll(async () => {
  at = await startTestIssuer();
});
afterAll(() => at.stop());
afterEach(() => at.clock.moveTo(at.start));

describe("the sign-in page", () => {
  it("lists the people as buttons, and shows markup in names as text", async () => {
    const response = await fetch(`${at.path}/authorize?${at.asked()}`);
    const shown = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(shown).toContain(
      '<button name="person" value="ann">Ann &lt;Agent&gt;<small>Desk, agents, desk</small>',
    );
    expect(shown).toContain('value="eve"');
  });

  it.each([
    ["another machine", { redirect_uri: "https://evil.example/take" }],
    ["another machine by user name", { redirect_uri: "http://localhost@evil.example/" }],
    ["a script", { redirect_uri: "javascript:alert(1)" }],
    ["a name that only begins like this machine's", { redirect_uri: "http://localhost.evil.example/" }],
  ])("sends nothing to %s", async (_, change) => {
    const response = await fetch(`${at.path}/authorize?${at.asked(change)}`, { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
  });

  it.each([
    ["no challenge", { code_challenge: "" }, "invalid_request"],
    ["a plain challenge", { code_challenge_method: "plain" }, "invalid_request"],
    ["a person whom it was not to ask", { prompt: "none" }, "login_required"],
    ["a token instead of a code", { response_type: "token" }, "unsupported_response_type"],
  ])("tells the client of %s", async (_, change, error) => {
    const response = await fetch(`${at.path}/authorize?${at.asked(change)}`, { redirect: "manual" });
    const location = new URL(response.headers.get("location") ?? "");
    expect(location.searchParams.get("error")).toBe(error);
    expect(location.searchParams.get("state")).toBe("xyz");
  });

  it("refuses a choice without a request of its own", async () => {
    const body = new URLSearchParams({ request: "made.up.one", person: "ann" });
    expect((await fetch(`${at.path}/authorize`, { method: "POST", body })).status).toBe(400);
  });
});

describe("a code", () => {
  it("is exchanged for tokens of the chosen person", async () => {
    const location = await at.signIn("eve");
    expect(`${location.origin}${location.pathname}`).toBe(at.callback);
    expect(location.searchParams.get("state")).toBe("xyz");
    const tokens = await at.redeem(location.searchParams.get("code") ?? "");
    expect(await at.verify(tokens.access_token)).toMatchObject({
      ok: true,
      claims: { sub: "eve", "cognito:groups": [] },
    });
    expect(await at.verify(tokens.id_token)).toMatchObject({
      ok: true,
      claims: { aud: "portal", nonce: "n-1" },
    });
    expect((await at.verify(tokens.refresh_token)).ok).toBe(false);
  });

  it("works once", async () => {
    const code = (await at.signIn()).searchParams.get("code") ?? "";
    expect((await at.redeem(code)).status).toBe(200);
    expect(await at.redeem(code)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it.each([
    ["the verifier differs", { code_verifier: "w".repeat(50) }],
    ["the address differs", { redirect_uri: "http://localhost:5173/other" }],
    ["the client differs", { client_id: "machine" }],
    ["it is made up", { code: "a.b.c" }],
  ])("is refused when %s", async (_, change) => {
    const code = (await at.signIn()).searchParams.get("code") ?? "";
    expect(await at.redeem(code, change)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is refused after five minutes", async () => {
    const code = (await at.signIn()).searchParams.get("code") ?? "";
    at.clock.moveTo(at.start + hour);
    expect(await at.redeem(code)).toMatchObject({ status: 400, error: "invalid_grant" });
  });
});
