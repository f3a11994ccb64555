import { bodyLimit } from "../../shared/http/read-request.ts";
import { propertiesOf } from "./support/example.ts";
import { forEach } from "./support/in-turn.ts";
import { bodyFor, document, type Operation, operations, parameterSchemas } from "./support/operations.ts";
import { type Call, type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

type Refused = {
  readonly operation: Operation;
  readonly what: string;
  readonly call: Call & { readonly text?: string };
  readonly code: string;
  readonly path?: string;
};

const withBody = operations.filter(({ body }) => body !== undefined);
const withQuery = operations.filter(({ endpoint }) => endpoint.query !== undefined);
const posts = operations.filter(({ method }) => method === "POST");
const changes = operations.filter(({ method }) => method !== "GET");

const invalid = (operation: Operation, what: string, call: Refused["call"], path: string): Refused => ({
  operation,
  what,
  call,
  path,
  code: "invalid_input",
});

const plain = (operation: Operation) => bodyFor(operation) as Record<string, unknown>;
const wrongValues = [null, true, 7, -1, 1.5, 1e300, [], ["x", 7], {}, { a: 1 }, "", "x".repeat(40_000)];

/** Each property with each wrong kind of value, where the declaration does not happen to allow it. */
const wrongTypes = withBody.flatMap((operation) =>
  Object.keys(propertiesOf(operation.body ?? {}, document)).flatMap((name) =>
    wrongValues
      .map((value) => ({ ...plain(operation), [name]: value }))
      .filter((body) => !operation.endpoint.body?.safeParse(body).success)
      .map((body) =>
        invalid(operation, `${name}: ${JSON.stringify(body[name])?.slice(0, 20)}`, { body }, `body.${name}`),
      ),
  ),
);
/** Forms of other tools, which may say more than we read: declared as loose objects. */
const isLoose = (operation: Operation): boolean => {
  const parsed = operation.endpoint.body?.safeParse({ ...plain(operation), unexpected: 1 });
  return parsed?.success === true && "unexpected" in (parsed.data as object);
};
const unknownFields = [
  ...withBody
    .filter((operation) => !isLoose(operation))
    .map((operation) =>
      invalid(
        operation,
        "an unknown field",
        { body: { ...plain(operation), unexpected: 1 } },
        "body.unexpected",
      ),
    ),
  ...withQuery.map((operation) =>
    invalid(operation, "an unknown query parameter", { query: { unexpected: "1" } }, "query.unexpected"),
  ),
];
const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
const notObjects = [
  "{",
  '{"a":1',
  "[]",
  "null",
  "7",
  '"text"',
  "NaN",
  "{'a':1}",
  "\u0000",
  '{"__proto__":{"x":1}}',
  deep,
];
const badBodies = withBody.flatMap((operation) =>
  notObjects.map((text) => invalid(operation, `the body ${text.slice(0, 20)}`, { text }, "body")),
);
const limits = withQuery
  .filter((operation) => "limit" in parameterSchemas(operation, "query"))
  .flatMap((operation) => {
    const most = Number(parameterSchemas(operation, "query").limit?.maximum);
    return [String(most + 1), "1000000", "0", "-1", "1.5", "many", "", "1,2", "Infinity"].map((limit) =>
      invalid(operation, `limit=${limit}`, { query: { limit } }, "query.limit"),
    );
  });
const badHeaders = [
  ...posts.map((operation) =>
    invalid(
      operation,
      "a key with a space",
      { headers: { "idempotency-key": "a b" } },
      "headers.idempotency-key",
    ),
  ),
  ...changes.map((operation) =>
    invalid(operation, "If-Match without quotes", { headers: { "if-match": "7" } }, "headers.if-match"),
  ),
];
const wrongFormats: readonly Refused[] = withBody.flatMap((operation) => [
  {
    operation,
    what: "text/plain",
    call: { headers: { "content-type": "text/plain" } },
    code: "unsupported_media_type",
  },
  {
    operation,
    what: "a form",
    call: { text: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
    code: "unsupported_media_type",
  },
  {
    operation,
    what: "too much",
    call: { text: `"${"x".repeat(operation.endpoint.bodyLimit ?? bodyLimit)}"` },
    code: "too_large",
  },
]);

const groups = {
  "fields of the wrong kind": wrongTypes,
  "fields and parameters that nobody declared": unknownFields,
  "bodies that are no JSON object": badBodies,
  "limits that no list has": limits,
  "malformed headers": badHeaders,
  "bodies in another format or too large": wrongFormats,
};

describe("every operation of every service refuses", () => {
  let bed: PlatformBed;
  let before: readonly string[];
  const ids = new Map<string, string | undefined>();

  beforeAll(async () => {
    bed = await startPlatformBed();
    // Nothing is written, so one record of each kind is enough.
    for (const { kind, service } of operations) {
      const [state = ""] = service.lifecycles[kind?.lifecycle ?? ""]?.states ?? [];
      if (kind && !ids.has(kind.param)) ids.set(kind.param, await kind.make(bed, state));
    }
    await bed.drain();
    // What follows a minute later, such as recomputing by new terms, is over too.
    bed.clock.moveTo(bed.clock.now() + 3 * 60_000);
    await bed.drain();
    before = await bed.snapshot();
  });
  afterAll(() => bed.stop());

  test.each(Object.entries(groups))("%s, and says where it is wrong", async (_what, cases) => {
    const wrong: string[] = [];
    await forEach(cases, async ({ operation, what, call, code, path }) => {
      const id = ids.get(operation.kind?.param ?? "");
      const { status, body, headers } = await bed.call(operation, { id, ...call });
      const places: readonly string[] =
        body?.violations?.map((violation: { path: string }) => violation.path) ?? [];
      const isNamed =
        path === undefined || places.some((place) => place === path || place.startsWith(`${path}.`));
      const isProblem = headers.get("content-type") === "application/problem+json";
      if (status >= 500 || body?.code !== code || !isNamed || !isProblem)
        wrong.push(`${operation.id} ${what}: ${status} ${JSON.stringify(body)}`);
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  test("without having written anything, and in the words of its description", async () => {
    expect(await bed.snapshot()).toEqual(before);
    expect(bed.wrong()).toEqual([]);
    expect(bed.stats().metrics["Steward/Defects"] ?? 0).toBe(0);
  });
});
