import { referenceData } from "../infra/local/support/reference-data.ts";
import { type Field, fieldsOf } from "./support/fields.ts";
import { forEach } from "./support/in-turn.ts";
import { operations } from "./support/operations.ts";
import { type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

type Case = { readonly field: Field; readonly text: string };

const texts = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];
const fields = fieldsOf(operations);
const perField = Math.ceil(texts.length / fields.length);
/** Every text is tried somewhere, and every field takes its share, the same in every run. */
const cases: readonly Case[] = fields.flatMap((field, i) =>
  Array.from({ length: perField }, (_, j) => ({
    field,
    text: texts[(i * perField + j) % texts.length] ?? "",
  })),
);
/** In a path these are steps to somewhere else, not ids. */
const isSent = ({ field, text }: Case): boolean =>
  !field.path.startsWith("path.") || !["", ".", ".."].includes(text);

const accepted = cases.filter(({ field, text }) => field.parse(text).success && isSent({ field, text }));
const refused = cases.filter(({ field, text }) => !field.parse(text).success && isSent({ field, text }));

const describeCase = ({ field, text }: Case, answer: unknown): string =>
  `${field.operation.id} ${field.path} = ${JSON.stringify(text)}: ${JSON.stringify(answer)}`;
const names = (body: { code?: string; violations?: readonly { path: string }[] }, path: string): boolean =>
  body.violations?.some((violation) => violation.path === path) ||
  (body.code === "invalid_cursor" && path === "query.cursor");

const suite = texts.length > 0 ? describe : describe.skip;
suite("strings that break programs", () => {
  let bed: PlatformBed;
  /** Where the state does not matter one record serves all calls of an operation. */
  const records = new Map<string, string | undefined>();
  beforeAll(async () => {
    bed = await startPlatformBed();
    for (const operation of operations) records.set(operation.id, await bed.make(operation));
    await bed.drain();
  });
  afterAll(() => bed.stop());

  const needsOwn = ({ field: { operation } }: Case): boolean =>
    operation.endpoint.needsVersion ||
    Object.values(operation.kind?.actions ?? {}).includes(operation.id) ||
    operation.fixture.before?.[operation.id] !== undefined;
  const call = async (each: Case, fresh: boolean) => {
    const { operation } = each.field;
    const id = fresh && needsOwn(each) ? await bed.make(operation) : records.get(operation.id);
    return bed.call(operation, { id, ...each.field.call(each.text) });
  };

  test("are all tried, in every field that takes text", () => {
    expect(new Set(cases.map(({ text }) => text)).size).toBe(new Set(texts).size);
    expect(accepted.length).toBeGreaterThan(fields.length / 4);
    expect(refused.length).toBeGreaterThan(fields.length / 8);
  });

  test("are refused with 400 and the field's name where the declaration does not allow them, and nothing is written", async () => {
    const before = await bed.snapshot();
    const wrong: string[] = [];
    await forEach(refused, async (each) => {
      const { status, body } = await call(each, false);
      const isNamed = status === 400 && names(body, each.field.path);
      // A path with slashes or other steps in it belongs to no operation: the HTTP API refuses it by itself.
      const isElsewhere =
        each.field.path.startsWith("path.") && [400, 404].includes(status) && body?.code === undefined;
      if (!isNamed && !isElsewhere) wrong.push(describeCase(each, body));
    });
    expect(wrong).toEqual([]);
    expect(await bed.snapshot()).toEqual(before);
  });

  test("are taken as they are where the declaration allows them, or refused for what they mean", async () => {
    const wrong: string[] = [];
    await forEach(accepted, async (each) => {
      let { status, body } = await call(each, true);
      // What there is one of is changed by others of these calls, too.
      for (let i = 0; status === 412 && i < 50; i++) ({ status, body } = await call(each, true));
      const sent = (each.field.parse(each.text).data ?? {}) as Record<string, unknown>;
      const [place, name = "", ...deeper] = each.field.path.split(".");
      const isSaid = () => JSON.stringify(body).includes(JSON.stringify(sent[name]));
      const { fixture, id, endpoint } = each.field.operation;
      const isOfOther = fixture.ofOthers?.includes(id) ?? false;
      const isShown = place === "body" && deeper.length === 0 && body?.[name] !== undefined && !isOfOther;
      const isKept = !isShown || isSaid();
      const isRefused = (status === 400 && names(body, each.field.path)) || [403, 409, 422].includes(status);
      // What nobody has to sign in for is opened by a secret of its own.
      // For somebody whom a question names there may be nothing to see.
      const isUnknown = status === 404 && (place !== "body" || endpoint.permission === undefined);
      if (!(status < 300 && isKept) && !isRefused && !isUnknown) wrong.push(describeCase(each, body));
    });
    expect(wrong).toEqual([]);
  });

  test("pass through events, indexes and other services without a defect", async () => {
    await bed.drain();
    const { queues, metrics } = bed.stats();
    expect(queues.filter(({ visible, inFlight, delayed }) => visible + inFlight + delayed > 0)).toEqual([]);
    expect(metrics["Steward/Defects"] ?? 0).toBe(0);
    expect(bed.wrong()).toEqual([]);
  });
});
