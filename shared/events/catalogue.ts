import type { DocumentInfo, JsonSchema } from "../json-schema.ts";
import type { Service } from "../service.ts";
import { eventSchemaOf } from "./event-schema.ts";
import { detailType, type EventType } from "./event-type.ts";

type Json = Readonly<Record<string, unknown>>;

/** An AsyncAPI 3.0 document; plain data, the same text for the same declarations. */
export type EventCatalogue = {
  readonly asyncapi: "3.0.0";
  readonly channels: { readonly bus: { readonly messages: Readonly<Record<string, Json>> } & Json };
  readonly components: { readonly messages: Readonly<Record<string, Json>> } & Json;
  readonly [part: string]: unknown;
};

/** `itsm.incident.IncidentResolved.v1`: names an event version in the catalogue and in file names. */
const nameOf = (event: EventType): string => `${event.source}.${detailType(event)}`;

/** The envelope that EventBridge puts around an event's `detail`. */
const envelopeOf = (event: EventType): JsonSchema => ({
  type: "object",
  properties: {
    version: { const: "0" },
    id: { type: "string" },
    source: { const: event.source },
    "detail-type": { const: detailType(event) },
    account: { type: "string" },
    region: { type: "string" },
    time: { type: "string", format: "date-time" },
    resources: { type: "array", items: { type: "string" } },
    detail: { $ref: `#/components/schemas/${nameOf(event)}` },
  },
  required: ["version", "id", "source", "detail-type", "account", "region", "time", "resources", "detail"],
});

const messageOf = (service: Service, event: EventType): Json => ({
  name: nameOf(event),
  title: detailType(event),
  summary: event.summary,
  contentType: "application/json",
  correlationId: { location: "$message.payload#/detail/meta/correlationId" },
  tags: [{ name: service.title }],
  payload: envelopeOf(event),
});

const references = (events: readonly EventType[]) =>
  [...new Set(events.map(nameOf))].map((name) => ({ $ref: `#/channels/bus/messages/${name}` }));

const channel = { $ref: "#/channels/bus" };

const publishing = (service: Service): readonly (readonly [string, Json])[] =>
  service.events.length === 0
    ? []
    : [
        [
          `${service.name}-publishes`,
          { action: "send", channel, title: service.title, messages: references(service.events) },
        ],
      ];

const consuming = (service: Service): readonly (readonly [string, Json])[] =>
  service.subscriptions.map(({ id, summary, event, where }) => [
    `${service.name}-consumes-${id}`,
    {
      action: "receive",
      channel,
      title: service.title,
      summary,
      ...(where === undefined ? {} : { "x-pattern": { detail: { data: where } } }),
      messages: references([event]),
    },
  ]);

/** Every event of the product and who publishes and consumes it: one channel, one message per event version. */
export const eventCatalogueOf = (services: readonly Service[], about: DocumentInfo): EventCatalogue => {
  const declared = services.flatMap((service) => service.events.map((event) => [service, event] as const));
  const byName = <T>(of: (service: Service, event: EventType) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(declared.map(([service, event]) => [nameOf(event), of(service, event)]));
  return {
    asyncapi: "3.0.0",
    info: {
      ...about,
      description:
        `${about.description} Delivery is at least once and unordered: deduplicate by \`meta.eventId\`, order by ` +
        "`meta.sequence` per `meta.subject`. A published version only ever gains optional fields.",
    },
    defaultContentType: "application/json",
    channels: {
      bus: {
        title: "The installation's event bus",
        messages: byName((_service, event) => ({ $ref: `#/components/messages/${nameOf(event)}` })),
      },
    },
    operations: Object.fromEntries(services.flatMap((s) => [...publishing(s), ...consuming(s)])),
    components: {
      messages: byName(messageOf),
      schemas: byName((_service, event) => eventSchemaOf(event)),
    },
  };
};
