import * as z from "zod";
import { services } from "../../../services/index.ts";
import { refusalCodes } from "../../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../../shared/http/endpoint.ts";
import { refusalsOf } from "../../../shared/http/implied-refusals.ts";
import { openApiOf } from "../../../shared/http/openapi.ts";
import { defineService, type Service } from "../../../shared/service.ts";

const about = { title: "Test", version: "1", description: "" };
const Thing = z
  .object({ id: z.string(), version: z.number().int(), kind: z.enum(["a", "b"]).default("a") })
  .meta({ id: "Thing" });
const thing = { params: z.object({ thingId: z.string() }), reply: Thing, handle: async () => ({}) as never };

const serviceOf = (...endpoints: Endpoint[]): Service =>
  defineService({
    name: "thing",
    title: "Things",
    summary: "Keeps things.",
    table: { indexes: {} },
    grants: { employee: ["thing:read"], boss: ["*"] },
    lifecycles: {},
    events: [],
    endpoints,
    subscriptions: [],
    schedules: [],
  });
const readThing = endpoint({
  ...thing,
  id: "readThing",
  summary: "Read",
  route: "GET /things/{thingId}",
  permission: "thing:read",
  refusals: ["not_found"],
});
const putThing = endpoint({
  ...thing,
  id: "putThing",
  summary: "Put",
  route: "PUT /things/{thingId}",
  permission: "thing:write",
  body: Thing,
  needsVersion: true,
  refusals: ["illegal_transition"],
});
const listThings = endpoint({
  id: "listThings",
  summary: "List",
  route: "GET /things",
  query: z.strictObject({ limit: z.coerce.number().int().max(9).default(5).describe("How many") }),
  reply: z.object({ items: z.array(Thing) }),
  refusals: [],
  handle: async () => ({ items: [] }),
});
const addThing = endpoint({
  id: "addThing",
  summary: "Add",
  route: "POST /things",
  permission: "thing:write",
  body: Thing,
  reply: Thing,
  status: 201,
  refusals: ["already_exists"],
  handle: async () => ({}) as never,
});
const document = openApiOf([serviceOf(readThing, putThing, listThings, addThing)], about);
// biome-ignore lint/suspicious/noExplicitAny: a document is read here the way its users read it
const operation = (path: string, method: string): any => document.paths[path]?.[method];
const headers = (path: string, method: string) =>
  (operation(path, method).parameters ?? []).filter((p: { in: string }) => p.in === "header");

describe("the OpenAPI document", () => {
  test("has each operation under its path and method, with id, tag and who may call it", () => {
    expect(operation("/things/{thingId}", "get")).toMatchObject({
      operationId: "readThing",
      tags: ["Things"],
      description: "Needs `thing:read`, which these roles have: employee, boss.",
    });
    expect(Object.keys(document.paths)).toEqual(["/things", "/things/{thingId}"]);
  });

  test("says which operations are open to everybody", () => {
    expect(operation("/things", "get").security).toEqual([]);
    expect(operation("/things", "post")).not.toHaveProperty("security");
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  test("describes path and query parameters", () => {
    expect(operation("/things/{thingId}", "get").parameters[0]).toEqual({
      name: "thingId",
      in: "path",
      required: true,
      schema: { type: "string" },
    });
    expect(operation("/things", "get").parameters).toEqual([
      {
        name: "limit",
        in: "query",
        required: false,
        description: "How many",
        schema: { type: "integer", maximum: 9, default: 5 },
      },
    ]);
  });

  test("asks for If-Match where it must be sent, and takes an Idempotency-Key with every POST", () => {
    expect(headers("/things/{thingId}", "put")).toMatchObject([{ name: "If-Match", required: true }]);
    expect(headers("/things", "post")).toMatchObject([{ name: "Idempotency-Key", required: false }]);
    expect(headers("/things", "get")).toEqual([]);
  });

  test("offers ETag and If-None-Match where the reply is one record with a version", () => {
    expect(operation("/things/{thingId}", "get").responses["200"].headers).toHaveProperty("ETag");
    expect(operation("/things/{thingId}", "get").responses).toHaveProperty("304");
    expect(headers("/things/{thingId}", "get")).toMatchObject([{ name: "If-None-Match" }]);
    expect(operation("/things", "get").responses["200"].headers).not.toHaveProperty("ETag");
    expect(operation("/things", "post").responses["201"].headers).toHaveProperty("ETag");
  });

  test("keeps apart what is sent (defaults may be left out) and what comes back", () => {
    expect(document.components.schemas.Thing).toMatchObject({ required: ["id", "version", "kind"] });
    expect(document.components.schemas.ThingInput).toMatchObject({ required: ["id", "version"] });
    expect(operation("/things", "post").requestBody.content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/ThingInput",
    });
  });

  test("lists exactly the refusals that the router lets through, besides 429, 500 and 503", () => {
    expect(Object.keys(operation("/things/{thingId}", "put").responses)).toEqual([
      "200",
      "400",
      "401",
      "403",
      "409",
      "412",
      "413",
      "415",
      "428",
      "429",
      "500",
      "503",
    ]);
    expect(operation("/things/{thingId}", "put").responses["409"]).toEqual({
      $ref: "#/components/responses/illegal_transition-or-write_conflict",
    });
    expect(operation("/things", "get").responses).not.toHaveProperty("401");
  });

  test("cannot be made where a path and its parameters differ", () => {
    const wrong = { ...readThing, route: "GET /things/{otherId}" } as Endpoint;
    expect(() => openApiOf([serviceOf(wrong)], about)).toThrow(
      "readThing: the path and its declared parameters differ",
    );
  });

  test("cannot be made where two schemas have one name", () => {
    const other = endpoint({
      ...thing,
      id: "x",
      summary: "x",
      route: "GET /x",
      reply: z.object({ id: z.number() }).meta({ id: "Thing" }),
      params: z.object({}),
      refusals: [],
    });
    expect(() => openApiOf([serviceOf(readThing, other)], about)).toThrow(
      "Two different schemas are called Thing",
    );
  });
});

describe("the product's OpenAPI document", () => {
  const whole = openApiOf(services, about);
  const endpoints = services.flatMap((service) => service.endpoints);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const operations = Object.values(whole.paths).flatMap((path) => Object.values(path)) as any[];

  test("has every declared endpoint once", () => {
    const ids = operations.map(({ operationId }) => operationId).toSorted();
    expect(ids).toEqual(endpoints.map(({ id }) => id).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("refers only to what it contains", () => {
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    const found = (reference: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: as above
      reference.split("/").reduce<any>((part, key) => part?.[key], whole);
    expect(references.filter((reference) => found(reference) === undefined)).toEqual([]);
    expect(references.length).toBeGreaterThan(100);
  });

  test.each(endpoints.map((each) => [each.id, each] as const))(
    "%s answers with its refusals' statuses",
    (id, each) => {
      const { responses } = operations.find(({ operationId }) => operationId === id);
      // Being asked too much, being busy and being broken is said of every operation.
      const isRefusal = (status: string) => status.startsWith("4") && status !== "429";
      const declared = [...refusalsOf(each)].map((code) => String(refusalCodes[code].status));
      const statuses = Object.keys(responses).filter(isRefusal);
      expect(statuses).toEqual([...new Set(declared)].filter(isRefusal).toSorted());
    },
  );
});
