import { services } from "../../../services/index.ts";
import { eventCatalogueOf } from "../../../shared/events/catalogue.ts";
import { detailType } from "../../../shared/events/event-type.ts";

const about = { title: "Test", version: "1", description: "" };
const catalogue = eventCatalogueOf(services, about);
const events = services.flatMap((service) => service.events);
const names = events.map((event) => `${event.source}.${detailType(event)}`);

describe("the event catalogue", () => {
  test("has one message per published event version, on the one bus", () => {
    expect(Object.keys(catalogue.channels.bus.messages)).toEqual(names);
    expect(Object.keys(catalogue.components.messages)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  test("describes an event as it lies on the bus", () => {
    for (const event of events) {
      const name = `${event.source}.${detailType(event)}`;
      expect(catalogue.components.messages[name]).toMatchObject({
        summary: event.summary,
        payload: {
          properties: {
            source: { const: event.source },
            "detail-type": { const: detailType(event) },
            detail: { $ref: `#/components/schemas/${name}` },
          },
        },
      });
    }
  });

  test("refers only to what it contains, so every event consumed is one that somebody publishes", () => {
    const references = [...JSON.stringify(catalogue).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (m) => m[1] ?? "",
    );
    const found = (reference: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: a document is read here the way its users read it
      reference.split("/").reduce<any>((part, key) => part?.[key], catalogue);
    expect(references.filter((reference) => found(reference) === undefined)).toEqual([]);
    expect(references.length).toBeGreaterThan(names.length);
  });

  test("says who consumes what", () => {
    const consumed = services.flatMap(({ name, subscriptions }) =>
      subscriptions.map(({ id }) => `${name}-consumes-${id}`),
    );
    expect(Object.keys(catalogue.operations as object)).toEqual(expect.arrayContaining(consumed));
  });
});
