import fc from "fast-check";
import { bodyFor, type Operation, operations } from "../../platform/support/operations.ts";

/** One step of somebody who tries doors. */
export type Step = {
  readonly operation: Operation;
  /** Of the records that the operation is about, if it is about one. */
  readonly id: string | undefined;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

/** What the walker knows to knock at: ids by the path parameter that takes them. */
export type Doors = Readonly<Record<string, readonly string[]>>;

/** What else a body may name, whether the operation knows it or not. */
const extras = (id: fc.Arbitrary<string>, person: fc.Arbitrary<string>) => {
  const change = fc.record({ command: fc.constant("note"), input: fc.constant({ text: "Hello" }) });
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    fc.record({ parentId: id }),
    fc.record({ also: fc.record({ parentId: id }) }),
    fc.record({ also: fc.record({ callerId: person, restricted: fc.constant(false) }) }),
    fc.record({ callerId: person }),
    fc.record({ requesterId: person }),
    fc.record({ requestedFor: person }),
    fc.record({ incidentIds: fc.tuple(id, id), change }),
    fc.record({ watchers: fc.tuple(person) }),
    fc.record({ type: fc.constant("related"), target: id }),
    fc.record({ into: id }),
    fc.record({ ciIds: fc.tuple(id, id) }),
    fc.record({ fromId: id, toId: id }),
    fc.record({ lines: fc.tuple(fc.record({ catalogItemId: id })) }),
    fc.record({ assetId: id, modelId: id }),
    fc.record({ articleId: id, translationOf: id }),
    fc.record({ text: fc.constant("zebra"), title: fc.constant("zebra") }),
  );
};

const queries = (id: fc.Arbitrary<string>, person: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    ...["callerId", "watcherId", "assigneeId", "personId", "ownerId", "holderId", "requestedFor"].map(
      (name) => person.map((value) => ({ [name]: value })),
    ),
    ...["parentId", "recordId", "ciId", "requestId", "modelId"].map((name) =>
      id.map((value) => ({ [name]: value })),
    ),
    fc.constantFrom({ teamId: "desk" }, { state: "new" }, { unassigned: "true" }, { priority: "5" }),
    fc.constantFrom({ order: "newest" }, { limit: "1" }, { limit: "100", order: "oldest" }),
    fc.constantFrom({ number: "1" }, { number: "2" }, { edition: "1" }, { at: "2026-01-01T00:00:00Z" }),
  );

/** Steps over all operations, with ids of the kind that the path takes, and any of them in every other place. */
export const walk = (doors: Doors, people: readonly string[]): fc.Arbitrary<Step> => {
  const id = fc.constantFrom(...Object.values(doors).flat());
  const person = fc.constantFrom(...people);
  const headers = fc.oneof(
    fc.constant({}),
    fc.constant({ accept: "text/csv" }),
    fc.constantFrom({ "if-match": "*" }, { "if-match": '"1"' }, { "if-none-match": '"1"' }),
    fc.nat({ max: 3 }).map((number) => ({ "idempotency-key": `key-${number}` })),
  );
  const idFor = (operation: Operation): fc.Arbitrary<string | undefined> => {
    const param = /\{(\w+)\}/.exec(operation.path)?.[1];
    return param === undefined ? fc.constant(undefined) : fc.constantFrom(...(doors[param] ?? ["X0000001"]));
  };
  return fc.constantFrom(...operations).chain((operation) =>
    fc.record({ id: idFor(operation), more: extras(id, person), query: queries(id, person), headers }).map(
      ({ id: about, more, query, headers: sent }): Step => ({
        operation,
        id: about,
        headers: {
          ...(operation.endpoint.needsVersion ? { "if-match": "*" } : {}),
          ...sent,
        } as Step["headers"],
        query: operation.method === "GET" ? (query as Step["query"]) : {},
        body: operation.body === undefined ? undefined : { ...(bodyFor(operation) as object), ...more },
      }),
    ),
  );
};
