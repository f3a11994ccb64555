import fc from "fast-check";
import { referenceData } from "../infra/local/support/reference-data.ts";
import { disagreements } from "../platform/support/agreement.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { type Operation, operations } from "../platform/support/operations.ts";
import { type PlatformBed, startPlatformBed } from "../platform/support/platform-bed.ts";
import { toNoon } from "./support/at-noon.ts";
import { type Mutant, mutantsOf } from "./support/mutants.ts";
import { createSender, type ExactRequest, type Sender } from "./support/send-exactly.ts";
import { spoilt } from "./support/spoilt.ts";
import { bodiesOf, oneOfEach, ordinaryRequest } from "./support/targets.ts";

const seed = 20260301;
const perOperation = 40;
const texts = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];
const withBody = operations.filter(({ body }) => body !== undefined);

type Case = Mutant & { readonly operation: Operation; readonly valid: boolean };
const isValid = (operation: Operation, text: string): boolean => {
  try {
    // An action that needs no more than its name may come without a body.
    return operation.endpoint.body?.safeParse(JSON.parse(text || "{}")).success ?? false;
  } catch {
    return false;
  }
};
const cases: readonly Case[] = withBody.flatMap((operation, index) =>
  fc
    .sample(mutantsOf(bodiesOf(operation), texts), { numRuns: perOperation, seed: seed + index })
    .map((mutant) => ({ ...mutant, operation, valid: isValid(operation, mutant.text) })),
);

type Problem = {
  readonly code?: string;
  readonly correlationId?: string;
  readonly violations?: readonly { readonly path: string }[];
};
/** One is inside the other: a rule about two fields names what contains them, a list's element its place in it. */
const isAbout = (place: string, path: string): boolean =>
  place === path || place.startsWith(`${path}.`) || path.startsWith(`${place}.`);

describe("a spoilt request to any operation of any service", () => {
  let bed: PlatformBed;
  let sender: Sender;
  let ids: ReadonlyMap<string, string>;
  let before: readonly string[];
  const refusals: string[] = [];

  beforeAll(async () => {
    bed = await startPlatformBed();
    await toNoon(bed);
    sender = createSender(bed.url);
    ids = await oneOfEach(bed, operations);
    await bed.drain();
    // What follows minutes later, such as recomputing by new terms, is over too.
    do {
      bed.clock.moveTo(bed.clock.now() + 3 * 60_000);
      await bed.drain();
      before = await bed.snapshot();
    } while (before.some((item) => item.includes('"JOB#')));
  });
  afterAll(async () => {
    sender.stop();
    await bed.stop();
  });

  const ordinary = (operation: Operation): Promise<ExactRequest> =>
    ordinaryRequest(bed, operation, ids.get(operation.kind?.param ?? ""));
  const sendBody = async ({ operation, text }: Case) => {
    const request = await ordinary(operation);
    const answer = await sender.send({ ...request, body: text });
    const path = request.path.slice("/api".length);
    return { ...answer, wrong: disagreements(request.method, path, answer) };
  };

  test("is refused with the name of the field that is wrong", async () => {
    const refused = cases.filter(({ valid }) => !valid);
    const wrong: string[] = [];
    await forEach(refused, async (each) => {
      const answer = await sendBody(each);
      const { code, violations = [] } = (answer.body ?? {}) as Problem;
      const isNamed = violations.some(({ path }) => isAbout(path, each.path));
      const isProblem = answer.headers.get("content-type") === "application/problem+json";
      if (code !== "invalid_input" || answer.status !== 400 || !isNamed || !isProblem)
        wrong.push(
          `${each.operation.id} ${each.path} ${each.text.slice(0, 200)}: ${answer.status} ${JSON.stringify(answer.body)}`,
        );
      wrong.push(...answer.wrong);
    });
    expect(wrong).toEqual([]);
    expect(refused.length).toBeGreaterThan(cases.length / 4);
    expect(await bed.snapshot()).toEqual(before);
  });

  test("is refused without an effect when bytes, headers or the path are spoilt", async () => {
    const wrong: string[] = [];
    let count = 0;
    await forEach(operations, async (operation) => {
      for (const [what, request] of spoilt(await ordinary(operation), operation)) {
        count += 1;
        const { status, body, headers } = await sender.send(request);
        const isProblem = headers.get("content-type") === "application/problem+json";
        // What never reaches the service the HTTP API refuses in its own words.
        const isRefused =
          status >= 400 && status < 500 && (isProblem || (body as { message?: string })?.message);
        const { code, violations = [] } = isProblem ? (body as Problem) : {};
        const isNamed = code !== "invalid_input" || violations.length > 0;
        if (!isRefused || !isNamed)
          wrong.push(`${operation.id} ${what}: ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(operations.length * 20);
    expect(await bed.snapshot()).toEqual(before);
  });

  test("that is valid all the same gets an answer that is described, and never a defect", async () => {
    const accepted = cases.filter(({ valid }) => valid);
    const wrong: string[] = [];
    await forEach(accepted, async (each) => {
      const answer = await sendBody(each);
      wrong.push(...answer.wrong.map((text) => `${text} for ${each.text.slice(0, 200)}`));
      if (answer.status >= 400) refusals.push(String((answer.body as Problem).correlationId));
    });
    expect(wrong).toEqual([]);
    expect(accepted.length).toBeGreaterThan(withBody.length);
  });

  test("leaves nothing behind where it was refused, and no defect, dead letter or denied call anywhere", async () => {
    await bed.drain({ timeoutMs: 120_000 });
    const left = JSON.stringify([...(await bed.stored())]);
    expect(refusals.filter((correlationId) => left.includes(correlationId))).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
    const { queues, metrics } = bed.stats();
    expect(queues.filter(({ visible }) => visible > 0)).toEqual([]);
    expect(metrics["Steward/Defects"] ?? 0).toBe(0);
    expect(bed.denied()).toEqual([]);
  });
});
