import { forEach } from "./support/in-turn.ts";
import { doerOf, type Operation, operations, parameterSchemas } from "./support/operations.ts";
import { type Call, type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

const lists = operations.filter(
  (operation) => operation.method === "GET" && "cursor" in parameterSchemas(operation, "query"),
);
/** As many as make three pages of two. */
const wanted = 5;

type Item = Readonly<Record<string, unknown>>;
const idOf = (item: Item): string => String(item.id ?? (item.meta as Item | undefined)?.eventId);

describe("every list of every service", () => {
  let bed: PlatformBed;
  const calls = new Map<string, Call>();

  /** One more item for a list: another record, or another entry in a record's history. */
  const grow = async (operation: Operation): Promise<void> => {
    const [state = ""] = Object.values(operation.service.lifecycles)[0]?.states ?? [];
    const id = calls.get(operation.id)?.id;
    if (id === undefined) {
      const own = operations.find(({ path }) => path.startsWith(`${operation.path}/{`))?.kind;
      await (own ?? Object.values(operation.fixture.kinds)[0])?.make(bed, state);
      return;
    }
    const writers = operations.filter(
      ({ method, endpoint, kind }) =>
        method === "POST" && !endpoint.safe && kind?.param === operation.kind?.param,
    );
    // What has nothing but a lifecycle goes through it round after round.
    const plain = writers.filter(({ id: name, kind }) => !Object.values(kind?.actions ?? {}).includes(name));
    for (const writer of plain.length > 0 ? plain : writers) await bed.call(writer, { id });
  };
  const page = async (operation: Operation, query: Record<string, string>) => {
    const { status, body } = await bed.call(operation, { ...calls.get(operation.id), query });
    expect({ id: operation.id, query, status }).toEqual({ id: operation.id, query, status: 200 });
    return body as { readonly items: readonly Item[]; readonly nextCursor?: string };
  };
  const whole = async (operation: Operation) => (await page(operation, { limit: "100" })).items.map(idOf);
  const firstCursor = async (operation: Operation) =>
    (await page(operation, { limit: "1" })).nextCursor ?? "";
  const walk = async (operation: Operation, between: () => Promise<void>) => {
    const ids: string[] = [];
    const lengths: number[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page(operation, { limit: "2", ...(cursor ? { cursor } : {}) });
      ids.push(...items.map(idOf));
      lengths.push(items.length);
      cursor = nextCursor;
      if (lengths.length < 3) await between();
    } while (cursor !== undefined);
    return { ids, lengths };
  };

  beforeAll(async () => {
    bed = await startPlatformBed();
    for (const operation of lists) {
      const id = await bed.make(operation);
      calls.set(operation.id, { id });
      for (let i = 0; i < 12 && (await whole(operation)).length < wanted; i++) {
        const before = (await whole(operation)).length;
        await grow(operation);
        if ((await whole(operation)).length === before) break;
      }
    }
  });
  afterAll(() => bed.stop());
  const long = () => lists.filter(({ id }) => (lengths.get(id) ?? 0) > 2);
  const lengths = new Map<string, number>();

  test("covers everything exactly once, page by page, also while more comes in", async () => {
    const empty: string[] = [];
    for (const operation of lists) {
      // Time has gone on, and with it what was open when it was made.
      if ((await whole(operation)).length === 0) calls.set(operation.id, { id: await bed.make(operation) });
      const before = await whole(operation);
      lengths.set(operation.id, before.length);
      if (before.length === 0) empty.push(operation.id);
      const { ids, lengths: sizes } = await walk(operation, () => grow(operation));
      expect(new Set(ids).size).toBe(ids.length);
      // What left the list meanwhile, because time went on, need not have come up.
      const after = new Set(await whole(operation));
      expect(ids).toEqual(expect.arrayContaining(before.filter((id) => after.has(id))));
      expect({ id: operation.id, full: sizes.slice(0, -1).every((size) => size === 2) }).toEqual({
        id: operation.id,
        full: true,
      });
    }
    expect(empty).toEqual([]);
    expect(long().length).toBeGreaterThan(lists.length / 2);
  });

  test("refuses a cursor that was tampered with", async () => {
    await forEach(lists, async (operation) => {
      const cursor = await firstCursor(operation);
      if (cursor === "") return;
      const middle = Math.floor(cursor.length / 2);
      const flipped =
        cursor.slice(0, middle) + (cursor[middle] === "A" ? "B" : "A") + cursor.slice(middle + 1);
      for (const forged of [flipped, cursor.slice(1), `${cursor}A`, cursor.split(".")[0] ?? "", "x", ""]) {
        const { status, body } = await bed.call(operation, {
          ...calls.get(operation.id),
          query: { cursor: forged },
        });
        expect({ id: operation.id, forged, status, code: body.code }).toEqual({
          id: operation.id,
          forged,
          status: 400,
          code: "invalid_cursor",
        });
      }
    });
  });

  test("refuses somebody else's cursor", async () => {
    await forEach(lists, async (operation) => {
      const cursor = await firstCursor(operation);
      const others = operation.allowed.filter((name) => name !== doerOf(operation));
      for (const name of others) {
        const { status, body } = await bed.call(operation, {
          ...calls.get(operation.id),
          as: bed.as(name),
          query: { cursor },
        });
        // Who may not read the list at all is told that and nothing of the cursor.
        if ([403, 404].includes(status)) continue;
        expect({ id: operation.id, name, status, code: body.code }).toEqual({
          id: operation.id,
          name,
          status: 400,
          code: "invalid_cursor",
        });
      }
      expect(others.length).toBeGreaterThan(0);
    });
  });

  test("refuses the cursor of another list, and of the same list asked otherwise", async () => {
    await forEach(lists, async (operation) => {
      const cursor = await firstCursor(operation);
      for (const other of lists.filter(
        ({ id, service }) => id !== operation.id && service === operation.service,
      )) {
        const { status, body } = await bed.call(other, { ...calls.get(other.id), query: { cursor } });
        expect({ from: operation.id, to: other.id, status, code: body.code }).toEqual({
          from: operation.id,
          to: other.id,
          status: 400,
          code: "invalid_cursor",
        });
      }
      const choices = Object.entries(parameterSchemas(operation, "query")).filter(
        ([, schema]) => "enum" in schema,
      );
      for (const [name, { enum: values, default: usual }] of choices) {
        // The first value is often what is meant where none is given, said or not.
        const value = (values as readonly string[]).findLast((each) => each !== usual) ?? "";
        const { status, body } = await bed.call(operation, {
          ...calls.get(operation.id),
          query: { cursor, [name]: value },
        });
        expect({ id: operation.id, name, status, code: body.code }).toEqual({
          id: operation.id,
          name,
          status: 400,
          code: "invalid_cursor",
        });
      }
    });
  });

  test("takes up to its largest page and names it where more is asked for", async () => {
    await forEach(lists, async (operation) => {
      const most = Number(parameterSchemas(operation, "query").limit?.maximum);
      await page(operation, { limit: String(most) });
      const { status, body } = await bed.call(operation, {
        ...calls.get(operation.id),
        query: { limit: String(most + 1) },
      });
      expect({ id: operation.id, status }).toEqual({ id: operation.id, status: 400 });
      expect(body.violations).toEqual([
        { path: "query.limit", message: expect.stringContaining(String(most)) },
      ]);
    });
    expect(bed.wrong()).toEqual([]);
  });
});
