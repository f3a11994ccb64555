import { setTimeout as sleep } from "node:timers/promises";
import { createFunctionsWorld } from "./support/functions-world.ts";

type FunctionsWorld = ReturnType<typeof createFunctionsWorld>;

describe("a function in a container", () => {
  let world: FunctionsWorld;
  const start = (source: string, options?: Parameters<typeof createFunctionsWorld>[1]) => {
    world = createFunctionsWorld(source, options);
    return world;
  };
  afterEach(() => world.stop());

  it("gets the event and answers as JSON would carry it", async () => {
    start("export const handler = async (event) => ({ event, at: new Date(0), nothing: undefined })");
    expect(await world.invoke({ a: [1, "ü"] })).toEqual({
      ok: true,
      value: { event: { a: [1, "ü"] }, at: "1970-01-01T00:00:00.000Z" },
    });
  });

  it("sees Lambda's variables and its own, and nothing of this machine", async () => {
    process.env.SECRET_OF_THIS_MACHINE = "x";
    start("export const handler = async () => process.env", {
      properties: { Environment: { Variables: { OWN: "yes" } } },
    });
    const { value } = (await world.invoke()) as { value: Record<string, string> };
    expect(value).toMatchObject({
      OWN: "yes",
      AWS_LAMBDA_FUNCTION_NAME: "f",
      _HANDLER: "main.handler",
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
    });
    expect(value._X_AMZN_TRACE_ID).toMatch(/^Root=1-/);
    expect(Object.keys(value)).not.toEqual(expect.arrayContaining(["SECRET_OF_THIS_MACHINE"]));
    expect(value).not.toHaveProperty("HOME");
    expect(value).not.toHaveProperty("AWS_SESSION_TOKEN");
  });

  it("gets a context with its time left", async () => {
    start(
      "export const handler = async (_, c) => [c.functionName, c.awsRequestId.length, c.invokedFunctionArn.split(':').length, c.getRemainingTimeInMillis()]",
    );
    const { value } = (await world.invoke()) as { value: [string, number, number, number] };
    expect(value.slice(0, 3)).toEqual(["f", 36, 7]);
    expect(value[3]).toBeGreaterThan(0);
    expect(value[3]).toBeLessThanOrEqual(5000);
  });

  it("lives in virtual time, also when the clock moves between its invocations", async () => {
    start(
      "export const handler = async () => [new Date().toISOString(), Date.now(), new Date(5).getTime(), new Date() instanceof Date, Date().slice(11, 15), Date.UTC(2000, 0)]",
    );
    const year = async () => ((await world.invoke()) as { value: unknown[] }).value;
    world.clock.moveTo(Date.parse("2016-03-01T00:00:00Z"));
    const [text, now, fixed, isDate, words, utc] = await year();
    expect(String(text).slice(0, 7)).toBe("2016-03");
    expect(new Date(now as number).getUTCFullYear()).toBe(2016);
    expect([fixed, isDate, words, utc]).toEqual([5, true, "2016", 946684800000]);
    world.clock.moveTo(Date.parse("2040-01-01T00:00:00Z"));
    expect(String((await year())[0]).slice(0, 4)).toBe("2040");
  });

  it("is known by the access key of its container", async () => {
    start("export const handler = async () => process.env.AWS_ACCESS_KEY_ID");
    const { value } = (await world.invoke()) as { value: string };
    expect(world.identify(value)).toMatchObject({ roleArn: "role" });
    expect(world.identify("AKIA0000000000000000")).toBeUndefined();
  });

  it.each([
    [
      "an error thrown",
      "throw new RangeError('out of range')",
      { errorType: "RangeError", message: "out of range" },
    ],
    [
      "the process ended",
      "process.exit(3)",
      { errorType: "Runtime.ExitError", message: "Error: Runtime exited with error: exit status 3" },
    ],
    [
      "a rejection nobody handles",
      "setImmediate(() => Promise.reject(new Error('lost'))); await new Promise(() => {})",
      { errorType: "Runtime.UnhandledPromiseRejection", message: "lost" },
    ],
    [
      "an exception outside of the handler",
      "setTimeout(() => { throw new TypeError('late') }); await new Promise(() => {})",
      { errorType: "TypeError", message: "late" },
    ],
  ])("reports %s, and serves the next request", async (_, body, failure) => {
    start(`export const handler = async ({ fail }) => { if (!fail) return "well"; ${body} }`);
    expect(await world.invoke({ fail: true })).toEqual({ ok: false, ...failure });
    expect(await world.invoke({})).toEqual({ ok: true, value: "well" });
  });

  it("is ended at its time-out, as Lambda words it", async () => {
    start("export const handler = async () => new Promise(() => setInterval(() => {}, 100))", {
      properties: { Timeout: 1 },
    });
    const result = await world.invoke();
    expect(result).toMatchObject({ ok: false, errorType: "Sandbox.Timedout" });
    expect((result as { message: string }).message).toMatch(
      /^RequestId: .+ Error: Task timed out after 1\.00 seconds$/,
    );
  });

  it.each([
    [
      "throws while it loads",
      "throw new Error('no configuration')",
      { errorType: "Error", message: "no configuration" },
    ],
    ["lacks the handler", "export const other = 1", { errorType: "Runtime.HandlerNotFound" }],
    [
      "lacks a module",
      "import 'gone-from-here'; export const handler = 1",
      { errorType: "Runtime.ImportModuleError" },
    ],
  ])("fails each request while its module %s", async (_, source, failure) => {
    start(source);
    expect(await world.invoke()).toMatchObject({ ok: false, ...failure });
    expect(await world.invoke()).toMatchObject({ ok: false, ...failure });
  });

  it("serves one request at a time per container; the others wait in line", async () => {
    start(
      "let inside = 0; export const handler = async () => { inside += 1; const most = inside; await new Promise((r) => setTimeout(r, 50)); inside -= 1; return [process.pid, most] }",
    );
    const results = (await Promise.all(Array.from({ length: 12 }, () => world.invoke()))) as {
      value: [number, number];
    }[];
    expect(results.map(({ value }) => value[1])).toEqual(Array(12).fill(1));
    expect(new Set(results.map(({ value }) => value[0])).size).toBeLessThanOrEqual(2);
    expect(world.counts()).toMatchObject({ invocations: 12, waiting: 0, running: 0 });
  });

  it("keeps its container between requests", async () => {
    start("let calls = 0; export const handler = async () => ++calls");
    await world.invoke();
    expect(await world.invoke()).toEqual({ ok: true, value: 2 });
  });

  it("forgets a request that was given up while it waited", async () => {
    start(
      "let calls = 0; export const handler = async ({ wait }) => { if (wait) await new Promise((r) => setTimeout(r, 300)); return ++calls }",
      { containersPerFunction: 1 },
    );
    await world.invoke();
    const first = world.invoke({ wait: true });
    const given = new AbortController();
    const second = world.invoke({}, given.signal);
    given.abort();
    expect(await second).toMatchObject({ ok: false });
    await first;
    expect(await world.invoke()).toEqual({ ok: true, value: 3 });
  });

  it("has what it writes collected, and its embedded metrics counted", async () => {
    const line = {
      _aws: { CloudWatchMetrics: [{ Namespace: "Desk", Metrics: [{ Name: "Opened" }] }] },
      Opened: 1,
    };
    start(
      `export const handler = async () => { console.log("hello"); console.error("trouble"); console.log(${JSON.stringify(JSON.stringify(line))}) }`,
    );
    await world.invoke();
    for (let look = 0; look < 100 && world.output().length < 3; look += 1) await sleep(10);
    expect(world.output()).toEqual(expect.arrayContaining(["hello", "trouble"]));
    expect(world.metrics()).toEqual({ "Desk/Opened": 1 });
  });

  it("is refused an answer above Lambda's size", async () => {
    start("export const handler = async () => 'x'.repeat(7_000_000)");
    expect(await world.invoke()).toMatchObject({ ok: false, errorType: "Function.ResponseSizeTooLarge" });
  });

  it("ends with the pool", async () => {
    start("export const handler = async () => process.pid");
    const { value: pid } = (await world.invoke()) as { value: number };
    await world.stop();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });
});
