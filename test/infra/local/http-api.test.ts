import { apiAssembly } from "./support/api-assembly.ts";
import { startTestApi, type TestApi } from "./support/test-api.ts";

const mebibyte = 1024 * 1024;
type Event = { readonly rawPath: string; readonly body?: string };

const routes = [
  { key: "ANY /things", open: true },
  { key: "GET /things/{id}", open: true },
  { key: "GET /slow", open: true },
] as const;

let api: TestApi;
let aborted = 0;

const handler = async ({ rawPath, body }: Event, signal: AbortSignal | undefined): Promise<unknown> => {
  if (rawPath === "/slow")
    await new Promise((resolve) => {
      signal?.addEventListener("abort", () => {
        aborted += 1;
        resolve(undefined);
      });
    });
  if (rawPath === "/things/broken") throw new Error("secret detail");
  if (rawPath === "/things/malformed") return { statusCode: "fine" };
  return { statusCode: 200, body: String(body?.length ?? 0) };
};

beforeAll(async () => {
  api = await startTestApi(apiAssembly(routes), handler, { timeoutMs: 50 });
});
afterAll(() => api.stop());

describe("API Gateway's own answers", () => {
  it("404 for an unknown path and for a wrong method alike", async () => {
    const unknown = await api.call("/nothing");
    const wrongMethod = await api.call("/things/1", { method: "POST" });
    expect([unknown.status, unknown.body]).toEqual([404, '{"message":"Not Found"}']);
    expect([wrongMethod.status, wrongMethod.body]).toEqual([404, '{"message":"Not Found"}']);
    expect(unknown.headers["content-type"]).toBe("application/json");
  });

  it("400 for a path that cannot be decoded", async () => {
    expect((await api.call("/things/%zz")).status).toBe(400);
  });

  it("500 without any detail when the function fails, and the detail is in the log", async () => {
    const answered = await api.call("/things/broken");
    expect([answered.status, answered.body]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(api.logged.join()).toContain("secret detail");
  });

  it("500 when the function's answer is malformed", async () => {
    expect((await api.call("/things/malformed")).status).toBe(500);
    expect(api.logged.join()).toContain("malformed");
  });

  it("503 when the function takes too long, and it is told", async () => {
    const answered = await api.call("/slow");
    expect([answered.status, answered.body]).toEqual([503, '{"message":"Service Unavailable"}']);
    expect(aborted).toBe(1);
  });

  it("413 for a body over 10 MB, announced or streamed", async () => {
    const body = Buffer.alloc(10 * mebibyte + 1, "a");
    const announced = await api.call("/things", {
      method: "POST",
      headers: { "content-length": String(body.length) },
      body,
    });
    const streamed = await api.call("/things", {
      method: "POST",
      headers: { "transfer-encoding": "chunked" },
      body,
    });
    expect([announced.status, announced.body]).toEqual([413, '{"message":"Request Entity Too Large"}']);
    expect(streamed.status).toBe(413);
  });

  it("413 for a body that Lambda would not take, while one just below passes", async () => {
    const post = (size: number) =>
      api.call("/things", {
        method: "POST",
        headers: { "content-type": "text/plain" },
        body: Buffer.alloc(size, "a"),
      });
    expect((await post(6 * mebibyte + 1)).status).toBe(413);
    expect((await post(5 * mebibyte)).body).toBe(String(5 * mebibyte));
  });

  it("431 for more than 10,240 bytes of request line and headers", async () => {
    const ask = async (size: number) =>
      (await api.call("/things", { headers: { "x-much": "a".repeat(size) } })).status;
    expect(await ask(10_240)).toBe(431);
    expect(await ask(9_900)).toBe(200);
  });
});

describe("every answer", () => {
  it("carries the virtual time and a request id of its own", async () => {
    const real = api.clock.now();
    api.clock.moveTo(Date.parse("2040-02-03T04:05:06Z"));
    const [one, other] = [await api.call("/things"), await api.call("/nothing")];
    api.clock.moveTo(real);
    expect(one.headers.date).toContain("03 Feb 2040 04:05:0");
    expect(one.headers["apigw-requestid"]).not.toBe(other.headers["apigw-requestid"]);
    expect(other.headers["apigw-requestid"]).toMatch(/.{10,}/);
  });
});

describe("the permission to invoke", () => {
  it("is needed: without it API Gateway answers 500 and the log names what is missing", async () => {
    const permission = { SourceArn: "arn:aws:execute-api:eu-west-1:123456789012:api1/*/*/others" };
    const closed = await startTestApi(apiAssembly(routes, { permission }), handler);
    const answered = await closed.call("/things");
    expect([answered.status, answered.body]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(closed.logged.join()).toContain("api1/$default/GET/things may not lambda:InvokeFunction");
    await closed.stop();
  });

  it.each(["api1/*/*/things/{id}", "api1/$default/GET/things/*", "api1/*/GET/things/{id}"])(
    "may be as narrow as %s",
    async (resource) => {
      const permission = { SourceArn: `arn:aws:execute-api:eu-west-1:123456789012:${resource}` };
      const narrow = await startTestApi(apiAssembly(routes, { permission }), handler);
      expect((await narrow.call("/things/7")).status).toBe(200);
      expect((await narrow.call("/things")).status).toBe(500);
      await narrow.stop();
    },
  );
});

describe("a stage", () => {
  it("refuses more requests at once than its burst limit with 429", async () => {
    const stage = { DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 } };
    const throttled = await startTestApi(apiAssembly(routes, { stage }), handler, { monotonicMs: () => 0 });
    const answers = [];
    for (const path of ["/things", "/things/1", "/things"]) answers.push(await throttled.call(path));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body).toBe('{"message":"Too Many Requests"}');
    await throttled.stop();
  });
});
