import { services } from "../../../services/index.ts";
import { granted, type Permission } from "../../../shared/access/actor.ts";
import { type Endpoint, type Method, methodOf, pathOf } from "../../../shared/http/endpoint.ts";
import { openApiOf } from "../../../shared/http/openapi.ts";
import type { JsonSchema } from "../../../shared/json-schema.ts";
import type { Service } from "../../../shared/service.ts";
import { type Name, names, rolesOf } from "../../bed/people.ts";
import { fixtures } from "../fixtures/index.ts";
import { exampleOf } from "./example.ts";
import type { Fixture, RecordKind } from "./fixture.ts";

/** The whole API as its users read it. */
export const document = openApiOf(services, { title: "Test", version: "1", description: "" });

/** An endpoint with all that is known of it. */
export type Operation = {
  readonly id: string;
  readonly service: Service;
  readonly fixture: Fixture;
  readonly endpoint: Endpoint;
  readonly method: Method;
  readonly path: string;
  /** JSON Schema of its body, if it takes one. */
  readonly body: JsonSchema | undefined;
  /** Everybody whose roles allow it, whoever does it in tests first. */
  readonly allowed: readonly Name[];
  /** The kind of record its path names, if it names one, with the lifecycle's name. */
  readonly kind: (RecordKind & { readonly lifecycle: string }) | undefined;
};

const holds = (service: Service, permission: Permission, name: Name): boolean => {
  const permissions = granted(service.grants, rolesOf(name));
  return permissions.has(permission) || permissions.has("*");
};

const operationOf = (service: Service, endpoint: Endpoint): Operation => {
  const fixture = fixtures[service.name];
  if (fixture === undefined) throw new Error(`test/platform/fixtures has nothing for ${service.name}`);
  const [method, path] = [methodOf(endpoint.route), pathOf(endpoint.route)];
  const described = document.paths[path]?.[method.toLowerCase()] as {
    requestBody?: { content: { "application/json": { schema: JsonSchema } } };
  };
  const { permission } = endpoint;
  const allowed = permission === undefined ? names : names.filter((name) => holds(service, permission, name));
  const kinds = Object.entries(fixture.kinds).map(([lifecycle, kind]) => ({ lifecycle, ...kind }));
  return {
    id: endpoint.id,
    service,
    fixture,
    endpoint,
    method,
    path,
    body: described.requestBody?.content["application/json"].schema,
    allowed: allowed.toSorted((a, b) => Number(b === fixture.by) - Number(a === fixture.by)),
    kind: kinds.find(({ param }) => path.includes(`{${param}}`)),
  };
};

/** Every endpoint of every service. */
export const operations: readonly Operation[] = services
  .filter(({ name }) => process.env.ONLY === undefined || name === process.env.ONLY)
  .flatMap((service) => service.endpoints.map((endpoint) => operationOf(service, endpoint)));

/** Who does an operation in tests. */
export const doerOf = ({ id, allowed: [first] }: Operation): Name => {
  if (first === undefined) throw new Error(`Nobody may do ${id}`);
  return first;
};

/** A state in which an operation works: one its action leads from, else the first. */
export const stateFor = ({ id, service, kind }: Operation): string => {
  const lifecycle = service.lifecycles[kind?.lifecycle ?? ""];
  const action = Object.entries(kind?.actions ?? {}).find(([, endpoint]) => endpoint === id)?.[0];
  const [state] =
    action === undefined ? (lifecycle?.states ?? []) : (lifecycle?.transitions[action]?.from ?? []);
  return state ?? "";
};

/** A body that the operation takes: the fixture's, else the smallest the schema allows. */
export const bodyFor = ({ id, fixture, endpoint, body }: Operation): unknown => {
  if (body === undefined) return undefined;
  const own = fixture.bodies?.[id];
  if (own !== undefined) return typeof own === "function" ? own() : own;
  const candidates = [exampleOf(body, document), exampleOf(body, document, true)];
  const valid = candidates.find((candidate) => endpoint.body?.safeParse(candidate).success);
  if (valid === undefined)
    throw new Error(`No valid body for ${id} could be made up: name one in the fixture`);
  return valid;
};

/** JSON Schemas of an operation's parameters in a place, by name. */
export const parameterSchemas = (
  { method, path }: Operation,
  place: "path" | "query",
): Readonly<Record<string, JsonSchema>> => {
  const described = document.paths[path]?.[method.toLowerCase()] as {
    readonly parameters?: readonly {
      readonly name: string;
      readonly in: string;
      readonly schema: JsonSchema;
    }[];
  };
  const here = (described.parameters ?? []).filter((parameter) => parameter.in === place);
  return Object.fromEntries(here.map(({ name, schema }) => [name, schema]));
};
