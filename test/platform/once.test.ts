import { exampleOf } from "./support/example.ts";
import { forEach } from "./support/in-turn.ts";
import { bodyFor, document, type Operation, operations } from "./support/operations.ts";
import { type Call, type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

const posts = operations.filter(({ method, endpoint }) => method === "POST" && !endpoint.safe);
/** Another body than the one said that the operation takes as well; undefined where there is only one. */
const otherBody = (operation: Operation, said: unknown = bodyFor(operation)): unknown => {
  const { endpoint, body } = operation;
  if (body === undefined) return undefined;
  const ordinary = said as Record<string, unknown>;
  const full = exampleOf(body, document, true) as Record<string, unknown>;
  const changed = Object.entries(ordinary).map(([name, value]) => ({ ...ordinary, [name]: `${value}2` }));
  const extended = Object.entries(full).map(([name, value]) => ({ ...ordinary, [name]: value }));
  return [...changed, ...extended, full].find(
    (other) => JSON.stringify(other) !== JSON.stringify(ordinary) && endpoint.body?.safeParse(other).success,
  );
};

const plainly = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({ status, body });

describe("every POST of every service that writes, sent with an Idempotency-Key", () => {
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
        ...(await bed.prepare(operation)),
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
        body: otherBody(operation, done.get(operation.id)?.body),
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
        ...(await bed.prepare(operation)),
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
