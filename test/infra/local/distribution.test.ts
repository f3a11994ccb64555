import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp } from "../../../infra/aws/build-app.ts";
import { bundle } from "../../../infra/aws/bundle.ts";
import { compileEdgeFunction } from "../../../infra/local/distribution/edge-function.ts";
import { createDistribution } from "../../../infra/local/distribution.ts";
import type { Clock } from "../../../infra/local/parts.ts";
import { readAssembly } from "../../../infra/local/template.ts";
import { services } from "../../../services/index.ts";
import { type Serving, serve } from "./support/serve.ts";

const files = {
  "index.html": "<p>the page</p>",
  "favicon.svg": "<svg/>",
  "manifest.json": "{}",
  "_files/main.123.js": "run()",
  "_files/deep/font.woff2": "font",
};

/** One that needs no other is enough for an API with an authorizer, whose issuer the page is told. */
const some = services.filter(({ name }) => name === "service-level");

/** The real portal stack with files of our own, synthesized and loaded as the local cloud does it. */
const synthesized = () => {
  process.env.CDK_VALIDATION = "false";
  const folder = mkdtempSync(path.join(tmpdir(), "distribution-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, "portal", name)), { recursive: true });
    writeFileSync(path.join(folder, "portal", name), text);
  }
  const bundles = bundle(some, { outdir: path.join(folder, "dist") });
  const outdir = path.join(folder, "cdk.out");
  buildApp({ services: some, bundles, portal: path.join(folder, "portal"), outdir }).synth();
  return readAssembly(outdir);
};

const clock = { now: () => Date.parse("2030-01-02T03:04:05Z") } as Clock;

describe("the distribution of the portal's stack, run locally", () => {
  const { assembly, problems } = synthesized();
  const logged: string[] = [];
  let serving: Serving;

  beforeAll(async () => {
    const listener = createDistribution({
      assembly,
      clock,
      log: (_, message) => logged.push(message),
      issuer: "http://127.0.0.1/issuer",
      api: (request, response) => response.end(`the API got ${request.method} ${request.url}`),
    });
    if (listener === undefined) throw new Error("the template has no distribution");
    serving = await serve(() => listener);
  });
  afterAll(() => serving.stop());

  const get = (name: string, init?: RequestInit) => fetch(`${serving.origin}${name}`, init);

  it("uses nothing that the local cloud does not do", () => {
    expect(problems).toEqual([]);
  });

  it.each(["/", "/incidents/INC0000001", "/my/tickets?x=1", "/people/emma.field"])(
    "answers %s with the one page, which is asked for anew each time",
    async (address) => {
      const response = await get(address);
      expect(await response.text()).toBe(files["index.html"]);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
    },
  );

  it("answers files that are named after their content with a year to keep them", async () => {
    const response = await get("/_files/main.123.js");
    expect(await response.text()).toBe("run()");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  it.each(["/_files/other.js", "/_files/main.123.js%00", "/_files/"])(
    "says of %s, which is not there, no more than a bucket that may not be listed",
    async (address) => {
      expect((await get(address)).status).toBe(403);
    },
  );

  it("does not hand out what is not meant for browsers", async () => {
    expect(await (await get("/manifest.json")).text()).toBe(files["index.html"]);
  });

  it("passes the API's addresses on unchanged, whatever the method", async () => {
    expect(await (await get("/api/incidents/INC%200?a=%20b", { method: "DELETE" })).text()).toBe(
      "the API got DELETE /api/incidents/INC%200?a=%20b",
    );
    expect(await (await get("/openapi.json")).text()).toBe("the API got GET /openapi.json");
  });

  it("refuses to write into the bucket", async () => {
    expect((await get("/", { method: "POST" })).status).toBe(403);
  });

  it("lets the page run its own scripts only, in no frame, over TLS", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  it("tells the page the issuer that stands in for the template's, and the client id of the user pool", async () => {
    const config = await (await get("/config.json")).json();
    const [client] = assembly.ofType("AWS::Cognito::UserPoolClient");
    expect(config).toEqual({
      issuer: "http://127.0.0.1/issuer",
      clientId: client?.ref,
      scope: "openid profile email",
    });
  });

  it("logged nothing while all went well", () => {
    expect(logged).toEqual([]);
  });
});

describe("a function at the edge", () => {
  const compiled = (code: string) =>
    compileEdgeFunction({
      stack: "Test",
      logicalId: "Function",
      type: "AWS::CloudFront::Function",
      ref: "function",
      arn: "function",
      properties: { FunctionCode: code },
    });

  it("reaches nothing of this process", () => {
    const nosy = compiled(
      'function handler(event) { return { uri: "/" + typeof process + typeof require + typeof fetch }; }',
    );
    expect(nosy({ method: "GET", uri: "/" })).toBe("/undefinedundefinedundefined");
  });

  it("is stopped when it does not end", () => {
    expect(() => compiled("function handler() { for (;;); }")({ method: "GET", uri: "/" })).toThrow(
      /timed out/,
    );
  });

  it("must answer an address", () => {
    expect(() => compiled("function handler() { return { uri: 1 }; }")({ method: "GET", uri: "/" })).toThrow(
      "answered uri 1",
    );
  });
});
