import { apiAssembly } from "../support/api-assembly.ts";
import { referenceData } from "../support/reference-data.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

type Event = Readonly<Record<string, unknown>> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: Readonly<Record<string, unknown>>;
};
const sample = referenceData<Event>("aws-events/lambda/apiGatewayProxyV2Event.json");

let api: TestApi;
let token: string;

beforeAll(async () => {
  const routes = [
    { key: "ANY /echo" },
    { key: "GET /people/{person}/cards/{card}" },
    { key: "GET /files/{path+}" },
  ];
  api = await startTestApi(
    apiAssembly(routes, { stage: { StageVariables: { tier: "one" } } }),
    (event: Event) => ({
      statusCode: 200,
      body: JSON.stringify(event),
    }),
  );
  token = await api.token();
});
afterAll(() => api.stop());

const eventOf = async (path: string, sent: Parameters<TestApi["call"]>[1] = {}): Promise<Event> => {
  const headers = { ...sent.headers, authorization: `Bearer ${token}` };
  const { body } = await api.call(path, { ...sent, headers });
  return JSON.parse(body) as Event;
};
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  eventOf("/echo", { method: "POST", body, headers });

describe("the event of a request", () => {
  (sample === undefined ? it.skip : it)("has the parts of AWS's sample, and no others", async () => {
    const { authentication: _, ...context } = sample?.requestContext ?? {};
    const event = await eventOf("/people/7/cards/8?a=1", { headers: { cookie: "one=1; two=2" } });
    expect(Object.keys(event).sort()).toEqual(
      Object.keys(sample ?? {})
        .filter((name) => name !== "body")
        .sort(),
    );
    expect(Object.keys(event.requestContext).sort()).toEqual(Object.keys(context).sort());
    expect(Object.keys(event.requestContext.http as object)).toEqual(Object.keys(context.http as object));
  });

  it("leaves out what the request does not have", async () => {
    const absent = ["body", "cookies", "pathParameters", "queryStringParameters"];
    expect(Object.keys(await eventOf("/echo")).filter((name) => absent.includes(name))).toEqual([]);
  });

  it("joins repeated query values by comma, decoded, and keeps the raw text", async () => {
    const event = await eventOf("/echo?a=1&a=2%2C3&b=x%20y+z&constructor=c");
    expect(event.queryStringParameters).toEqual({ a: "1,2,3", b: "x y z", constructor: "c" });
    expect(event.rawQueryString).toBe("a=1&a=2%2C3&b=x%20y+z&constructor=c");
  });

  it("has header names in lower case, repeated ones joined by comma, and cookies apart", async () => {
    const headers = { "X-Thing": ["one", "two"], Cookie: "a=1; b=2" } as unknown as Record<string, string>;
    const event = await eventOf("/echo", { headers });
    expect(event.headers).toMatchObject({ "x-thing": "one,two", "x-forwarded-for": "127.0.0.1" });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event.cookies).toEqual(["a=1", "b=2"]);
  });

  it("has the path decoded, and its parameters by name", async () => {
    const event = await eventOf("/people/J%C3%BCrgen%20M/cards/8");
    expect(event.rawPath).toBe("/people/Jürgen M/cards/8");
    expect(event.pathParameters).toEqual({ person: "Jürgen M", card: "8" });
    expect(event.routeKey).toBe("GET /people/{person}/cards/{card}");
    expect((await eventOf("/files/a/b%2Fc")).pathParameters).toEqual({ path: "a/b/c" });
  });

  it("has claims as text, lists as [a b], and no scopes where the route asks for none", async () => {
    const { authorizer } = (await eventOf("/echo")).requestContext as {
      authorizer: { jwt: { claims: Record<string, string>; scopes: unknown } };
    };
    expect(authorizer.jwt.claims).toMatchObject({ sub: "ann", "cognito:groups": "[agents desk]" });
    expect(Object.values(authorizer.jwt.claims).every((claim) => typeof claim === "string")).toBe(true);
    expect(authorizer.jwt.scopes).toBeNull();
  });

  it("has the virtual time", async () => {
    const real = api.clock.now();
    api.clock.moveTo(real + 60_000);
    const { timeEpoch, time } = (await eventOf("/echo")).requestContext as {
      timeEpoch: number;
      time: string;
    };
    api.clock.moveTo(real);
    expect(timeEpoch).toBeGreaterThanOrEqual(real + 60_000);
    expect(time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });
});

describe("a body", () => {
  it.each([
    "text/plain",
    "application/json",
    "application/json; charset=utf-8",
    "application/merge-patch+json",
  ])("of %s arrives as text", async (type) => {
    expect(await post("Grüße", { "content-type": type })).toMatchObject({
      body: "Grüße",
      isBase64Encoded: false,
    });
  });

  it.each([
    "application/octet-stream",
    "image/png",
    "application/x-www-form-urlencoded",
    "application/jsonish",
  ])("of %s arrives as Base64", async (type) => {
    const body = Buffer.from("Grüße").toString("base64");
    expect(await post("Grüße", { "content-type": type })).toMatchObject({ body, isBase64Encoded: true });
  });

  it("that is no text after all, or is compressed, arrives as Base64 and loses nothing", async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    const expected = { body: bytes.toString("base64"), isBase64Encoded: true };
    expect(await post(bytes, { "content-type": "text/plain" })).toMatchObject(expected);
    const packed = await post("abc", { "content-type": "text/plain", "content-encoding": "gzip" });
    expect(packed.isBase64Encoded).toBe(true);
  });
});
