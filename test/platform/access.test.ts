import { createClient } from "../bed/client.ts";
import { names } from "../bed/people.ts";
import { forEach } from "./support/in-turn.ts";
import { bodyFor, type Operation, operations } from "./support/operations.ts";
import { type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

const guarded = operations.filter(({ endpoint }) => endpoint.permission !== undefined);
const hideable = operations.filter(({ kind, allowed }) => kind?.hidden && allowed.includes(kind.hidden.from));

/** No path parameter in it leads anywhere. */
const nowhere = { id: "X" };

const badTokens = async (token: string): Promise<Readonly<Record<string, string>>> => {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const other = { ...JSON.parse(Buffer.from(claims, "base64url").toString()), sub: "ada" };
  return {
    "that is no token": "nonsense",
    "with other claims than were signed": `${head}.${encode(other)}.${signature}`,
    "without a signature": `${encode({ alg: "none" })}.${claims}.`,
    "with another signature": `${head}.${claims}.${signature.split("").toReversed().join("")}`,
  };
};

describe("every operation of every service", () => {
  let bed: PlatformBed;
  let before: readonly string[];
  const hidden = new Map<string, string>();

  beforeAll(async () => {
    bed = await startPlatformBed();
    for (const { kind } of hideable)
      if (kind?.hidden && !hidden.has(kind.param)) hidden.set(kind.param, await kind.hidden.make(bed));
    await bed.drain();
    before = await bed.snapshot();
  });
  afterAll(() => bed.stop());

  test("answers 401 without a token", async () => {
    const answers: string[] = [];
    await forEach(guarded, async (operation) => {
      const { status } = await bed.call(operation, {
        ...nowhere,
        as: bed.as("nobody"),
        headers: { "if-match": '"1"' },
      });
      if (status !== 401) answers.push(`${operation.id}: ${status}`);
    });
    expect(answers).toEqual([]);
  });

  test("answers 401 with a token that is not right", async () => {
    const answers: string[] = [];
    for (const [what, token] of Object.entries(await badTokens(await bed.token("ann")))) {
      const as = createClient(bed.url, async () => token);
      await forEach(guarded, async (operation) => {
        const { status } = await bed.call(operation, { ...nowhere, as, headers: { "if-match": '"1"' } });
        if (status !== 401) answers.push(`${operation.id} ${what}: ${status}`);
      });
    }
    expect(answers).toEqual([]);
  });

  test("answers 403 to everybody whose roles do not grant its permission, before it looks at anything else", async () => {
    const cases = guarded.flatMap((operation) =>
      names.filter((name) => !operation.allowed.includes(name)).map((name) => [operation, name] as const),
    );
    const answers: string[] = [];
    await forEach(cases, async ([operation, name]) => {
      const { status, body } = await bed.call(operation, { ...nowhere, as: bed.as(name), body: "wrong" });
      if (status !== 403 || body.code !== "forbidden") answers.push(`${operation.id} as ${name}: ${status}`);
    });
    expect(answers).toEqual([]);
    expect(cases.length).toBeGreaterThan(guarded.length);
  });

  test("answers 404 and not 403 for a record that one may not see, in the same words as for one that is not there", async () => {
    const words = (body: Record<string, unknown>) => ({ ...body, correlationId: "" });
    const call = ({ kind, ...rest }: Operation, id: string) =>
      bed.call(
        { ...rest, kind },
        {
          id,
          as: bed.as(kind?.hidden?.from ?? "nobody"),
          body: bodyFor({ kind, ...rest }),
          headers: { "if-match": '"1"' },
        },
      );
    for (const operation of hideable) {
      const id = hidden.get(operation.kind?.param ?? "") ?? "";
      const there = await call(operation, id);
      const absent = await call(operation, id.replaceAll(/\d/g, "9"));
      expect({ id: operation.id, status: there.status, code: there.body.code }).toEqual({
        id: operation.id,
        status: 404,
        code: "not_found",
      });
      expect(words(there.body)).toEqual(words(absent.body));
    }
    expect(hideable.length).toBeGreaterThan(0);
  });

  test("wrote nothing in all this, and answered as its description says", async () => {
    expect(await bed.snapshot()).toEqual(before);
    expect(bed.wrong()).toEqual([]);
  });
});
