import { type FixtureCloud, startFixtureCloud } from "../support/fixture-cloud.ts";

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  body: JSON.stringify(body),
  headers,
});

describe("control of the local cloud", () => {
  let cloud: FixtureCloud;
  beforeAll(async () => {
    cloud = await startFixtureCloud();
  });
  afterAll(() => cloud.stop());

  it("shows how it is doing, as a page and as JSON", async () => {
    await cloud.create("shown");
    await cloud.drain(10_000);
    const { json } = await cloud.ask("GET", "/_local/status");
    expect(json.functions.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining("publisher")]),
    );
    expect(json.events[0]).toMatchObject({ source: "fixture.thing", type: "ThingCreated.v1", targets: 1 });
    expect(json.schedules.map(({ expression }: { expression: string }) => expression).sort()).toEqual([
      "cron(0 6 * * ? *)",
      "rate(5 minutes)",
    ]);
    expect(json.queues.filter(({ isDeadLetter }: { isDeadLetter: boolean }) => isDeadLetter)).toHaveLength(3);
    expect((await cloud.ask("GET", "/_local/")).text).toContain("ThingCreated.v1");
  });

  it("moves the clock, which functions and answers follow", async () => {
    const { json } = await cloud.ask("POST", "/_local/clock", post({ now: "2033-03-03T03:03:03Z" }));
    expect(json.now.slice(0, 10)).toBe("2033-03-03");
    const answer = await cloud.ask("GET", "/open");
    expect(new Date(answer.json.now).getUTCFullYear()).toBe(2033);
    expect(answer.headers.get("date")).toContain("2033");
    expect((await cloud.ask("POST", "/_local/clock", post({ now: "soon" }))).status).toBe(400);
  });

  it("still lets functions use AWS after the clock has moved", async () => {
    await cloud.ask("POST", "/_local/clock", post({ now: "2016-02-29T23:59:00Z" }));
    expect(
      (
        await cloud.ask("GET", "/things", {
          headers: { authorization: `Bearer ${await cloud.token("eve")}` },
        })
      ).status,
    ).toBe(200);
  });

  it("waits until all is done, and says so when it is not", async () => {
    expect((await cloud.ask("POST", "/_local/drain", post({ timeoutMs: 10_000 }))).json.idle).toBe(true);
    const authorization = `Bearer ${await cloud.token("eve")}`;
    await cloud.ask("POST", "/things", { headers: { authorization }, body: '{"name":"indigestible"}' });
    const { status, json } = await cloud.ask("POST", "/_local/drain", post({ timeoutMs: 3000 }));
    expect([status, json.idle, json.pending.queues]).toEqual([409, false, 1]);
    expect(Date.parse(json.nextDue)).toBeGreaterThan(cloud.clock.now());
  });

  it("moves dead letters back to where they came from", async () => {
    expect((await cloud.drain(20_000, { advance: true })).idle).toBe(true);
    const letters = () => cloud.stats().queues.find(({ name }) => name.includes("DeadEvents"));
    expect(letters()?.visible).toBe(1);
    const { json } = await cloud.ask("POST", "/_local/redrive", post({ arn: letters()?.arn }));
    expect([json.moved, letters()?.visible]).toEqual([1, 0]);
    await cloud.drain(20_000, { advance: true });
    const form = {
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
      body: `arn=${letters()?.arn}`,
    };
    expect((await cloud.ask("POST", "/_local/redrive", form)).headers.get("location")).toBe("/_local/");
    expect((await cloud.ask("POST", "/_local/redrive", post({ arn: "nobody" }))).status).toBe(400);
  });

  it("stops reading a queue and goes on, as when an event source mapping is disabled", async () => {
    const arn = cloud.stats().queues.find(({ isDeadLetter }) => !isDeadLetter)?.arn;
    const consuming = (enabled: unknown) => cloud.ask("POST", "/_local/consuming", post({ arn, enabled }));
    expect((await consuming(false)).json).toEqual({ enabled: false });
    const id = await cloud.create("waits");
    const { idle, pending } = await cloud.drain(2000);
    expect([idle, pending.streams, pending.bus]).toEqual([false, 0, 0]);
    expect(await cloud.seen(id)).toBe(0);
    expect((await consuming(true)).status).toBe(200);
    expect((await cloud.drain(20_000, { advance: true })).idle).toBe(true);
    expect(await cloud.seen(id)).toBe(1);
    expect((await consuming("yes")).status).toBe(400);
    const nobody = post({ arn: "arn:aws:sqs:nobody", enabled: true });
    expect((await cloud.ask("POST", "/_local/consuming", nobody)).status).toBe(400);
  });

  it("counts capacity while it is switched on", async () => {
    await cloud.ask("POST", "/_local/capacity", post({ on: true, reset: true }));
    const authorization = `Bearer ${await cloud.token("eve")}`;
    await cloud.ask("GET", "/things/nobody", { headers: { authorization } });
    const { json } = await cloud.ask("GET", "/_local/capacity");
    expect(json.lines).toContainEqual(
      expect.objectContaining({ operation: "GetItem", calls: 1, reads: 0.5 }),
    );
    expect((await cloud.ask("POST", "/_local/capacity", post({ on: false, reset: true }))).json).toEqual({
      on: false,
      lines: [],
    });
  });

  it("has an interactive reference, and gives no other file of the disk", async () => {
    expect((await cloud.ask("GET", "/_local/reference")).text).toContain("/openapi.json");
    expect((await cloud.ask("GET", "/_local/reference/swagger-ui.css")).headers.get("content-type")).toBe(
      "text/css",
    );
    for (const path of ["package.json", "..%2f..%2fpackage.json", "../../package.json", "constructor"])
      expect((await cloud.ask("GET", `/_local/reference/${path}`)).status).toBe(404);
  });

  it.each([
    ["under a foreign name", { host: "evil.example" }],
    ["from another site's page", { origin: "https://evil.example" }],
    ["from a page on another port", { origin: "http://127.0.0.1:1" }],
    ["from another site without an origin", { "sec-fetch-site": "cross-site" }],
  ])("does not answer %s", async (_, headers) => {
    expect((await cloud.ask("GET", "/_local/status", { headers })).status).toBe(403);
    expect((await cloud.ask("POST", "/_local/clock", post({ now: "2001-01-01" }, headers))).status).toBe(403);
  });

  it("answers its own pages", async () => {
    const headers = { origin: cloud.url, "sec-fetch-site": "same-origin" };
    expect((await cloud.ask("POST", "/_local/drain", post({ timeoutMs: 1 }, headers))).status).not.toBe(403);
  });

  it.each(["{", "5", "x".repeat(100_000)])("refuses a request it cannot read", async (body) => {
    expect((await cloud.ask("POST", "/_local/clock", { body })).status).toBe(400);
  });

  it("shows what a function wrote", async () => {
    await cloud.ask("POST", "/trouble", {
      headers: { authorization: `Bearer ${await cloud.token("eve")}` },
      body: "text",
    });
    const name = cloud.stats().functions.find((each) => each.name.includes("trouble"))?.name;
    expect((await cloud.ask("GET", `/_local/output?function=${name}`)).json).toContain('{"asked":"text"}');
  });
});
