import * as z from "zod";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { Endpoint } from "../../../shared/http/endpoint.ts";
import { bodyLimit, readIdempotencyKey, readRequest } from "../../../shared/http/read-request.ts";
import { httpEvent, type Sent } from "../support/http-event.ts";

const endpoint = {
  id: "changeThing",
  summary: "Change",
  route: "POST /things/{thingId}",
  params: z.object({ thingId: z.string().max(3) }),
  query: z.strictObject({ limit: z.coerce.number().int().max(9).default(5) }),
  body: z.strictObject({
    title: z.string().trim().min(1),
    parts: z.array(z.object({ size: z.number() })).default([]),
  }),
  reply: z.object({}),
  refusals: [],
  handle: async () => ({}),
} as Endpoint;
const right: Sent = { path: { thingId: "t1" }, body: '{"title":"x"}' };
const read = (sent: Sent, of: Partial<Endpoint> = {}) =>
  readRequest({ ...endpoint, ...of }, httpEvent({ ...right, ...sent }));
const refusal = (sent: Sent, of: Partial<Endpoint> = {}): Partial<Refusal> => {
  try {
    read(sent, of);
    return {};
  } catch (error) {
    return error as Refusal;
  }
};
const paths = (sent: Sent) => refusal(sent).violations?.map(({ path }) => path);

describe("a request", () => {
  test("is read into what the schemas make of it", () => {
    expect(read({ query: { limit: "7" }, body: '{"title":"  x "}' })).toEqual({
      params: { thingId: "t1" },
      query: { limit: 7 },
      body: { title: "x", parts: [] },
      ifMatch: undefined,
    });
  });

  test("may come in base64, as API Gateway sends what it takes for binary", () => {
    const body = Buffer.from('{"title":"ü"}').toString("base64");
    expect(read({ body, isBase64Encoded: true }).body).toMatchObject({ title: "ü" });
  });

  test.each([
    ["a path parameter", { path: { thingId: "t123" } }, ["path.thingId"]],
    ["a query parameter", { query: { limit: "10" } }, ["query.limit"]],
    ["an unknown query parameter", { query: { colour: "red" } }, ["query.colour"]],
    ["a field", { body: '{"title":7}' }, ["body.title"]],
    [
      "a field inside a list",
      { body: '{"title":"x","parts":[{"size":1},{"size":"2"}]}' },
      ["body.parts.1.size"],
    ],
    ["an unknown field", { body: '{"title":"x","colour":"red"}' }, ["body.colour"]],
    ["several fields at once", { body: '{"title":"","parts":7}' }, ["body.title", "body.parts"]],
    ["a body that is not JSON", { body: "{" }, ["body"]],
    ["a body that is no object", { body: "[]" }, ["body"]],
  ])("is refused with the place of what is wrong: %s", (_what, sent, places) => {
    expect(refusal(sent).code).toBe("invalid_input");
    expect(paths(sent)).toEqual(places);
  });

  test("is refused with 20 reasons at most", () => {
    const parts = Array.from({ length: 50 }, () => ({ size: "wrong" }));
    expect(paths({ body: JSON.stringify({ title: "x", parts }) })).toHaveLength(20);
  });

  test("with a body in another format is refused, whatever the body says", () => {
    for (const type of ["text/plain", "application/jsonx", "application/x-www-form-urlencoded", undefined])
      expect(refusal({ headers: { "content-type": type } }).code).toBe("unsupported_media_type");
    expect(read({ headers: { "content-type": "Application/JSON; charset=utf-8" } }).body).toMatchObject({
      title: "x",
    });
  });

  test("with a body over the limit is refused before it is parsed", () => {
    expect(refusal({ body: "x".repeat(bodyLimit + 1) }).code).toBe("too_large");
    expect(refusal({ body: JSON.stringify({ title: "x".repeat(bodyLimit - 20) }) }).code).toBeUndefined();
  });
});

describe("If-Match", () => {
  test.each([
    ['"7"', 7],
    ['W/"7"', 7],
    [' "7" ', 7],
    ["*", undefined],
    [undefined, undefined],
  ])("%s means version %p", (header, version) => {
    expect(read({ headers: { "if-match": header } }).ifMatch).toBe(version);
  });

  test.each(["7", '"x"', '"-1"', '"7", "8"', '""', '"1234567890123456"'])(
    "%s is refused with its place",
    (header) => {
      expect(paths({ headers: { "if-match": header } })).toEqual(["headers.if-match"]);
    },
  );

  test("must be sent where the endpoint needs it", () => {
    expect(refusal({}, { needsVersion: true }).code).toBe("version_required");
    expect(refusal({ headers: { "if-match": '"1"' } }, { needsVersion: true }).code).toBeUndefined();
  });
});

describe("Idempotency-Key", () => {
  const key = (value: string | undefined) =>
    readIdempotencyKey(httpEvent({ headers: { "idempotency-key": value } }));

  test("is any visible ASCII text of up to 128 characters", () => {
    expect(key(undefined)).toBeUndefined();
    expect(key("a-1_#~!")).toBe("a-1_#~!");
    expect(key("x".repeat(128))).toHaveLength(128);
  });

  test.each(["", "a b", "ü", "x".repeat(129), "a\n"])("%j is refused with its place", (value) => {
    expect(() => key(value)).toThrow(
      expect.objectContaining({ violations: [expect.objectContaining({ path: "headers.idempotency-key" })] }),
    );
  });
});
