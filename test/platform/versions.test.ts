import { forEach } from "./support/in-turn.ts";
import { bodyFor, doerOf, type Operation, operations } from "./support/operations.ts";
import { type Call, type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

const guarded = operations.filter(({ endpoint }) => endpoint.needsVersion);
const versioned = operations.filter(
  ({ method, endpoint }) =>
    method !== "GET" && (endpoint.needsVersion || endpoint.refusals.includes("version_conflict")),
);

describe("every change of every service that may be meant for one version", () => {
  let bed: PlatformBed;
  beforeAll(async () => {
    bed = await startPlatformBed();
  });
  afterAll(() => bed.stop());

  test("is refused with 428 without If-Match where that must be sent", async () => {
    await forEach(guarded, async (operation) => {
      const { id = "" } = await bed.prepare(operation);
      const path = operation.path.replace(/\{\w+\}/, id);
      const { status, body } = await bed
        .as(operation.allowed[0] ?? "nobody")
        .raw(operation.method, path, JSON.stringify(bodyFor(operation)), {
          "content-type": "application/json",
        });
      expect({ id: operation.id, status, code: body.code }).toEqual({
        id: operation.id,
        status: 428,
        code: "version_required",
      });
    });
    expect(guarded.length).toBeGreaterThan(0);
  });

  test("is refused with 412 for another version than the record has, and writes nothing", async () => {
    const calls = new Map<string, Call>();
    await forEach(versioned, async (operation) => calls.set(operation.id, await bed.prepare(operation)));
    await bed.drain();
    const before = await bed.snapshot();
    await forEach(versioned, async (operation) => {
      for (const version of ['"0"', '"77"', 'W/"77"', '"999999999999999"']) {
        // Records that nobody has written yet have version 0.
        if (version === '"0"' && operation.kind === undefined) continue;
        const { status, body } = await bed.call(operation, {
          ...calls.get(operation.id),
          headers: { "if-match": version },
        });
        expect({ id: operation.id, version, status, code: body.code }).toEqual({
          id: operation.id,
          version,
          status: 412,
          code: "version_conflict",
        });
      }
    });
    expect(await bed.snapshot()).toEqual(before);
    expect(versioned.length).toBeGreaterThan(0);
  });

  test("goes through for the version the record has, and leads to a later one", async () => {
    const reader = (operation: Operation) =>
      operations.find(
        ({ method, path, kind }) =>
          method === "GET" &&
          (operation.kind
            ? kind?.param === operation.kind.param && path.endsWith("}")
            : `${operation.path}/`.startsWith(`${path}/`)),
      );
    await forEach(versioned, async (operation) => {
      const call = await bed.prepare(operation);
      const read = reader(operation);
      if (!read) throw new Error(`Nothing reads what ${operation.id} changes`);
      const before = await bed.call(read, { ...call, as: bed.as(doerOf(operation)) });
      const etag = before.headers.get("etag") ?? "";
      const { status, body } = await bed.call(operation, { ...call, headers: { "if-match": etag } });
      const expected = operation.endpoint.status ?? 200;
      expect({ id: operation.id, status }).toEqual({ id: operation.id, status: expected });
      // An order made from a draft is answered as the order.
      if (body.id === before.body.id) expect(body.version).toBeGreaterThan(before.body.version);
    });
  });

  test("of several at once for one version exactly one goes through", async () => {
    await forEach(guarded, async (operation) => {
      const call = await bed.prepare(operation);
      const read = operations.find(({ method, path }) => method === "GET" && path === operation.path);
      if (!read) throw new Error(`Nothing reads what ${operation.id} changes`);
      const etag = (await bed.call(read, call)).headers.get("etag") ?? "";
      const edits = [1, 2, 3, 4].map(
        async () => (await bed.call(operation, { ...call, headers: { "if-match": etag } })).status,
      );
      expect((await Promise.all(edits)).toSorted()).toEqual([200, 412, 412, 412]);
    });
  });

  test("and answers as its description says", () => {
    expect(bed.wrong()).toEqual([]);
  });
});
