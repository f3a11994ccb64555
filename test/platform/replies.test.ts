import { readFileSync } from "node:fs";
import { services } from "../../services/index.ts";
import { detailType } from "../../shared/events/event-type.ts";
import { forEach } from "./support/in-turn.ts";
import { schemaViolations } from "./support/json-schema-check.ts";
import { operations } from "./support/operations.ts";
import { type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

type Event = { readonly source: string; readonly detailType: string; readonly detail: string };

describe("every operation of every service, called as it should be", () => {
  let bed: PlatformBed;
  beforeAll(async () => {
    bed = await startPlatformBed();
  });
  afterAll(() => bed.stop());

  const publishedEvents = async (): Promise<readonly Event[]> =>
    [...(await bed.snapshot())]
      .map((line) => JSON.parse(line)[1])
      .filter(({ sk }) => String(sk).startsWith("EVENT#"));

  test("succeeds with its declared status, and every answer is as OpenAPI says", async () => {
    const answers: string[] = [];
    await forEach(operations, async (operation) => {
      const { status, body } = await bed.call(operation);
      if (status !== (operation.endpoint.status ?? 200))
        answers.push(`${operation.id}: ${status} ${JSON.stringify(body)}`);
    });
    expect(answers).toEqual([]);
    expect(bed.wrong()).toEqual([]);
  });

  test("answers 304 to a reader who has the newest version", async () => {
    const versioned = operations.filter(
      ({ method, endpoint }) =>
        method === "GET" && "version" in ((endpoint.reply as { shape?: object }).shape ?? {}),
    );
    await forEach(versioned, async (operation) => {
      const id = await bed.make(operation);
      const ask = async (etag = "") => bed.call(operation, { id, headers: { "if-none-match": etag } });
      let answer = await ask();
      // What is made for the others meanwhile changes the figures that a report is made of.
      for (let i = 0; answer.status === 200 && i < 5; i++)
        answer = await ask(answer.headers.get("etag") ?? "");
      expect({ id: operation.id, status: answer.status }).toEqual({ id: operation.id, status: 304 });
    });
    expect(versioned.length).toBeGreaterThan(0);
  });

  test("leaves events that keep the published schemas, of every kind that is declared", async () => {
    for (const fixture of new Set(operations.map((operation) => operation.fixture)))
      await fixture.events?.(bed);
    await bed.drain();
    const events = await publishedEvents();
    const wrong = events.flatMap((event) => {
      const schema = JSON.parse(
        readFileSync(`docs/generated/events/${event.source}/${event.detailType}.json`, "utf8"),
      );
      return schemaViolations(
        schema,
        JSON.parse(event.detail),
        { root: schema, closed: true },
        event.detailType,
      );
    });
    expect([...new Set(wrong)]).toEqual([]);
    const seen = new Set(events.map((event) => event.detailType));
    const declared = services.flatMap((service) => service.events.map(detailType));
    expect(declared.filter((type) => !seen.has(type))).toEqual([]);
  });

  test("leaves nothing unpublished, nothing in a dead-letter queue, no defect and no missing permission behind", async () => {
    const { events, queues, functions, metrics, denied } = bed.stats();
    const named = (type: string) => (event: { readonly [key: string]: unknown }) => String(event[type]);
    const stored = (await publishedEvents()).map(named("detailType"));
    // The cloud remembers 8000 events: enough for one call of everything.
    expect(stored.length).toBeLessThan(8000);
    // What AWS tells on its own bus is nobody's outbox.
    const own = events.filter((event) => named("source")(event).startsWith("itsm."));
    expect(own.map(named("type")).toSorted()).toEqual(stored.toSorted());
    expect(queues.filter(({ visible, inFlight, delayed }) => visible + inFlight + delayed > 0)).toEqual([]);
    expect(functions.filter(({ errors }) => errors > 0)).toEqual([]);
    expect(metrics["Steward/Defects"] ?? 0).toBe(0);
    expect(denied).toEqual([]);
  });
});
