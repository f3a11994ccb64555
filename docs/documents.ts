import manifest from "../package.json" with { type: "json" };
import { lifecycleDiagram } from "../shared/domain/lifecycle.ts";
import { eventCatalogueOf } from "../shared/events/catalogue.ts";
import { eventSchemaOf } from "../shared/events/event-schema.ts";
import { detailType } from "../shared/events/event-type.ts";
import { openApiOf } from "../shared/http/openapi.ts";
import type { Service } from "../shared/service.ts";
import { clientTypesOf } from "./client-types.ts";

/** Text of every generated document by its path under `docs/generated`. */
export type Documents = ReadonlyMap<string, string>;

/** Documents of this kind are promises: they change only in compatible ways. */
export const isFrozen = (path: string): boolean => path.startsWith("events/");

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const about = (title: string, description: string) => ({ title, version: manifest.version, description });

const lifecycles = (services: readonly Service[]): string => {
  const section = ({ title, lifecycles }: Service): readonly string[] => [
    `## ${title}`,
    ...Object.entries(lifecycles).flatMap(([name, lifecycle]) => [
      `### ${name}`,
      `\`\`\`mermaid\n${lifecycleDiagram(lifecycle)}\n\`\`\``,
    ]),
  ];
  const drawn = services.filter((service) => Object.keys(service.lifecycles).length > 0);
  return `${["# Lifecycles", ...drawn.flatMap(section)].join("\n\n")}\n`;
};

/** Everything about the services that is written for others and follows from their declarations. */
export const documentsOf = (services: readonly Service[]): Documents => {
  const api = openApiOf(services, about("Steward", `${manifest.description}.`));
  return new Map([
    ["openapi.json", json(api)],
    ["api.ts", clientTypesOf(api)],
    [
      "asyncapi.json",
      json(eventCatalogueOf(services, about("Steward events", "What happened, on one EventBridge bus."))),
    ],
    ["lifecycles.md", lifecycles(services)],
    ...services
      .flatMap(({ events }) => events)
      .map(
        (event) => [`events/${event.source}/${detailType(event)}.json`, json(eventSchemaOf(event))] as const,
      ),
  ]);
};
