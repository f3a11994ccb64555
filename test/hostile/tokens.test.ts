import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from "jose";
import { createAuthority } from "../../infra/local/authority.ts";
import { createClock } from "../../infra/local/clock.ts";
import { createHttpApi } from "../../infra/local/http-api.ts";
import { incidentGrants } from "../../services/incident/access.ts";
import { createAuthenticator } from "../../shared/access/authenticate.ts";
import { createClient } from "../bed/client.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";
import { apiAssembly, functionsFrom } from "../infra/local/support/api-assembly.ts";
import { referenceData } from "../infra/local/support/reference-data.ts";
import { serve } from "../infra/local/support/serve.ts";
import { startTestIssuer } from "../infra/local/support/test-issuer.ts";

type Case = {
  readonly name: string;
  readonly token: string;
  readonly tokenUse: "access" | "id" | "any";
  readonly expected: "accept" | "reject";
  readonly debatable?: true;
};
type Reference = {
  readonly issuer: string;
  readonly clientId: string;
  readonly jwks: JSONWebKeySet;
  readonly cases: readonly Case[];
};
type Texts = Readonly<Record<string, string>>;
const reference = referenceData<Reference>("jwt/cognito-tokens.json");
/** Neither an HTTP API nor we look at these: who sets them signs the rest as well, and not all say what a token is for. */
const beyond = /token_use missing|where id expected|aud array|(?:scope|jti|sub) not a string/;
/** Not everything can stand in a header, and Node takes 16 kB of them. */
const isSendable = ({ token }: Case): boolean => /^[\x21-\x7e]+$/.test(token) && token.length < 12_000;

const suite = reference === undefined ? describe.skip : describe;
suite("a function behind the HTTP API, with the issuer's keys", () => {
  const authenticate = createAuthenticator({}, incidentGrants);
  let api: Awaited<ReturnType<typeof serve>>;
  let calls = 0;
  beforeAll(async () => {
    const { issuer, clientId, jwks: keys } = reference as Reference;
    const assembly = apiAssembly([{ key: "GET /private" }], {
      authorizer: { JwtConfiguration: { Audience: [clientId], Issuer: issuer } },
    });
    const functions = functionsFrom((event: never) => {
      const { requestContext } = event as { requestContext: { authorizer: { jwt: { claims: Texts } } } };
      try {
        authenticate(requestContext.authorizer.jwt.claims);
      } catch {
        return { statusCode: 401, body: "{}" };
      }
      calls += 1;
      return { statusCode: 200, body: "{}" };
    });
    const authority = createAuthority(assembly);
    const front = { assembly, functions, authority, clock: createClock(), log: () => {} };
    api = await serve(async () => createHttpApi({ ...front, issuer: { issuer, keys } as never }));
  });
  afterAll(() => api.stop());

  test("a token that a correct verifier refuses gets nowhere, and one it accepts is taken", async () => {
    const wrong: string[] = [];
    const cases = (reference as Reference).cases.filter(
      (each) => isSendable(each) && !beyond.test(each.name),
    );
    for (const { name, token, tokenUse, expected, debatable } of cases) {
      const before = calls;
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${api.origin}/private`, { headers });
      const isLetIn = status === 200 && calls === before + 1;
      const isRefused = status === 401 && calls === before;
      // Tokens that tell who somebody is are meant for somebody else.
      const isGood = tokenUse === "access" && expected === "accept" && !debatable;
      if (!(isGood ? isLetIn : isRefused)) wrong.push(`${name}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(60);
  });
});

const hour = 3_600_000;

describe("in the running system", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());
  const holding = (token: string) => createClient(bed.url, async () => token);

  test("a token of another issuer is worth nothing, even for the same person and audience", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const real = await bed.token("ann");
    const [head = "", claims = ""] = real.split(".").map((part) => Buffer.from(part, "base64url").toString());
    const forge = (changes: object) =>
      new SignJWT({ ...JSON.parse(claims), ...changes })
        .setProtectedHeader(JSON.parse(head))
        .sign(privateKey);
    for (const token of [await forge({}), await forge({ iss: "https://other.example" })]) {
      const { status, headers, body } = await holding(token).post("/incidents", { title: "Forged" });
      expect([status, body]).toEqual([401, { message: "Unauthorized" }]);
      expect(headers.get("www-authenticate")).toContain("invalid_token");
    }
    const { stop, demo } = await startTestIssuer();
    const { access_token: foreign = "" } = await demo("ann");
    await stop();
    expect((await holding(foreign).get("/incidents")).status).toBe(401);
    expect((await holding(real).get("/incidents")).body.items).toEqual([]);
  });

  test("a token that expires in the middle of a session ends it, and a new one goes on", async () => {
    const old = await bed.token("eve");
    const session = holding(old);
    const { body } = await session.post("/incidents", { title: "Before" });
    bed.clock.moveTo(bed.clock.now() + hour + 1000);
    const late = [
      await session.get(`/incidents/${body.id}`),
      await session.post("/incidents", { title: "After" }),
      await session.post(`/incidents/${body.id}/cancel`, { reason: "Works" }),
    ];
    expect(late.map(({ status }) => status)).toEqual([401, 401, 401]);
    const own = (await bed.as("eve").get("/incidents", { query: { callerId: "eve" } })).body.items;
    expect(own).toMatchObject([{ id: body.id, version: 1, state: "new" }]);
    expect((await bed.as("eve").post(`/incidents/${body.id}/cancel`, { reason: "Works" })).status).toBe(200);
  });
});

describe("when somebody's groups change", () => {
  test("the old token keeps its rights until it expires and no longer, the new one has the new rights", async () => {
    const clock = createClock();
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] };
    const issuer = { issuer: "https://issuer.example", keys };
    const sign = (groups: readonly string[]) => {
      const iat = Math.floor(clock.now() / 1000);
      const claims = { iss: issuer.issuer, aud: "portal", sub: "nora", iat, exp: iat + 3600 };
      return new SignJWT({ ...claims, "cognito:groups": groups })
        .setProtectedHeader({ alg: "RS256", kid: "k" })
        .sign(privateKey);
    };
    const authenticate = createAuthenticator({}, incidentGrants);
    const functions = functionsFrom((event: never) => {
      const { requestContext } = event as { requestContext: { authorizer: { jwt: { claims: Texts } } } };
      const { roles, teams } = authenticate(requestContext.authorizer.jwt.claims);
      return { statusCode: 200, body: JSON.stringify({ roles, teams }) };
    });
    const assembly = apiAssembly([{ key: "GET /me" }]);
    const authority = createAuthority(assembly);
    const front = { assembly, functions, authority, clock, log: () => {}, issuer: issuer as never };
    const api = await serve(() => createHttpApi(front));
    const asks = async (token: string) => {
      const response = await fetch(`${api.origin}/me`, { headers: { authorization: `Bearer ${token}` } });
      return response.status === 200 ? response.json() : response.status;
    };
    const old = await sign(["role:agent", "team:network"]);
    const before = { roles: ["employee", "agent"], teams: ["network"] };
    expect(await asks(old)).toEqual(before);
    clock.moveTo(clock.now() + hour / 2);
    const changed = await sign([]);
    expect([await asks(old), await asks(changed)]).toEqual([before, { roles: ["employee"], teams: [] }]);
    clock.moveTo(clock.now() + hour / 2 + 1000);
    expect([await asks(old), await asks(changed)]).toEqual([401, { roles: ["employee"], teams: [] }]);
    await api.stop();
  });
});
