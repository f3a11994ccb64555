import { exampleOf } from "./support/example.ts";
import { forEach } from "./support/in-turn.ts";
import { bodyFor, document, type Operation, operations } from "./support/operations.ts";
import { type Call, type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

const posts = operations.filter(({ method }) => method === "POST");
const guarded = operations.filter(({ endpoint }) => endpoint.needsVersion);
const versioned = operations.filter(
  ({ method, endpoint }) =>
    method !== "GET" && (endpoint.needsVersion || endpoint.refusals.includes("version_conflict")),
);

/** Another body that the operation takes as well; undefined where there is only one. */
const otherBody = (operation: Operation): unknown => {
  const { endpoint, body } = operation;
  const ordinary = bodyFor(operation) as Record<string, unknown>;
  const full = exampleOf(body ?? {}, document, true) as Record<string, unknown>;
  const changed = Object.entries(ordinary).map(([name, value]) => ({ ...ordinary, [name]: `${value}2` }));
  const extended = Object.entries(full).map(([name, value]) => ({ ...ordinary, [name]: value }));
  return [...changed, ...extended, full].find(
    (other) => JSON.stringify(other) !== JSON.stringify(ordinary) && endpoint.body?.safeParse(other).success,
  );
};

/** The ordinary call on one record, to be repeated with changes. */
const prepared = async (bed: PlatformBed, operation: Operation): Promise<Call> => {
  const id = await bed.make(operation);
  return id === undefined ? {} : { id };
};
const plainly = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({ status, body });

describe("every POST of every service, sent with an Idempotency-Key", () => {
  let bed: PlatformBed;
  beforeAll(async () => {
    bed = await startPlatformBed();
  });
  afterAll(() => bed.stop());

  const done = new Map<string, Call>();

  test("gives a repetition the first answer, and has no second effect", async () => {
    const first = new Map<string, unknown>();
    await forEach(posts, async (operation) => {
      const call = {
        ...(await prepared(bed, operation)),
        headers: { "idempotency-key": `once-${operation.id}` },
      };
      done.set(operation.id, call);
      first.set(operation.id, plainly(await bed.call(operation, call)));
    });
    await bed.drain();
    const before = await bed.snapshot();
    await forEach(posts, async (operation) => {
      const again = await bed.call(operation, done.get(operation.id));
      expect({ id: operation.id, ...plainly(again) }).toEqual({
        id: operation.id,
        ...(first.get(operation.id) as object),
      });
      expect(again.status).toBeLessThan(300);
    });
    await bed.drain();
    expect(await bed.snapshot()).toEqual(before);
  });

  test("refuses another body under the same key, and writes nothing", async () => {
    const changeable = posts.filter((operation) => otherBody(operation) !== undefined);
    const before = await bed.snapshot();
    const wrong: string[] = [];
    await forEach(changeable, async (operation) => {
      const { status, body } = await bed.call(operation, {
        ...done.get(operation.id),
        body: otherBody(operation),
      });
      // An operation on many records answers for each of them.
      const code = body.code ?? body.results?.[0]?.code;
      if (code !== "idempotency_mismatch") wrong.push(`${operation.id}: ${status} ${JSON.stringify(body)}`);
    });
    expect(wrong).toEqual([]);
    expect(await bed.snapshot()).toEqual(before);
    expect(changeable.length).toBeGreaterThan(posts.length / 2);
  });

  test("keeps the keys of different people apart", async () => {
    const shared = posts.filter(({ kind, allowed }) => kind === undefined && allowed.length > 1);
    await forEach(shared, async (operation) => {
      const call = { ...done.get(operation.id), as: bed.as(operation.allowed[1] ?? "nobody") };
      const other = await bed.call(operation, { ...call, body: otherBody(operation) ?? bodyFor(operation) });
      expect({ id: operation.id, code: other.body.code }).not.toMatchObject({ code: "idempotency_mismatch" });
    });
    expect(shared.length).toBeGreaterThan(0);
  });

  test("has one effect when sent several times at once", async () => {
    const created = posts.filter(({ kind }) => kind === undefined);
    const changed = posts.filter(({ kind }) => kind !== undefined);
    const atOnce = async (operation: Operation) => {
      const call = {
        ...(await prepared(bed, operation)),
        headers: { "idempotency-key": `at-once-${operation.id}` },
      };
      const answers = await Promise.all([1, 2, 3].map(async () => plainly(await bed.call(operation, call))));
      expect(answers.map((answer) => ({ id: operation.id, ...answer }))).toEqual(
        answers.map(() => ({ id: operation.id, ...answers[0] })),
      );
      expect(answers[0]?.status).toBeLessThan(300);
    };
    await forEach([...created, ...changed], atOnce, 3);
  });

  test("and answers as its description says", () => {
    expect(bed.wrong()).toEqual([]);
  });
});

describe("every change of every service that may be meant for one version", () => {
  let bed: PlatformBed;
  beforeAll(async () => {
    bed = await startPlatformBed();
  });
  afterAll(() => bed.stop());

  test("is refused with 428 without If-Match where that must be sent", async () => {
    await forEach(guarded, async (operation) => {
      const { id = "" } = await prepared(bed, operation);
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
    await forEach(versioned, async (operation) => calls.set(operation.id, await prepared(bed, operation)));
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
            : path === operation.path),
      );
    await forEach(versioned, async (operation) => {
      const call = await prepared(bed, operation);
      const read = reader(operation);
      if (!read) throw new Error(`Nothing reads what ${operation.id} changes`);
      const before = await bed.call(read, call);
      const etag = before.headers.get("etag") ?? "";
      const { status, body } = await bed.call(operation, { ...call, headers: { "if-match": etag } });
      expect({ id: operation.id, status }).toEqual({ id: operation.id, status: 200 });
      expect(body.version).toBeGreaterThan(before.body.version);
    });
  });

  test("of several at once for one version exactly one goes through", async () => {
    await forEach(guarded, async (operation) => {
      const call = await prepared(bed, operation);
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
