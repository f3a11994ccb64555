import fc from "fast-check";
import { bodyFor, type Operation, operations } from "../../platform/support/operations.ts";

/** One step of somebody who tries doors. */
export type Step = {
  readonly operation: Operation;
  /** Which of the ids known to the walker. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

/** Steps over all operations with these ids in every place that takes one. */
export const walk = (ids: readonly string[], people: readonly string[]): fc.Arbitrary<Step> => {
  const id = fc.constantFrom(...ids);
  const person = fc.constantFrom(...people);
  const change = fc.record({ command: fc.constant("note"), input: fc.constant({ text: "Hello" }) });
  const more = fc.oneof(
    fc.constant({}),
    fc.record({ parentId: id }),
    fc.record({ also: fc.record({ parentId: id }) }),
    fc.record({ also: fc.record({ callerId: person, restricted: fc.constant(false) }) }),
    fc.record({ callerId: person }),
    fc.record({ incidentIds: fc.tuple(id, id), change }),
    fc.record({ watchers: fc.tuple(person) }),
    fc.record({ type: fc.constant("related"), target: id }),
    fc.record({ into: id }),
  );
  const query = fc.oneof(
    fc.constant({}),
    fc.record({ callerId: person }),
    fc.record({ watcherId: person }),
    fc.record({ assigneeId: person }),
    fc.record({ parentId: id }),
    fc.record({ recordId: id }),
    fc.constantFrom({ teamId: "desk" }, { state: "new" }, { unassigned: "true" }, { priority: "5" }),
    fc.constantFrom({ order: "newest" }, { limit: "1" }, { limit: "100", order: "oldest" }),
  );
  const headers = fc.oneof(
    fc.constant({}),
    fc.constant({ accept: "text/csv" }),
    fc.constantFrom({ "if-match": "*" }, { "if-match": '"1"' }, { "if-none-match": '"1"' }),
    fc.nat({ max: 3 }).map((number) => ({ "idempotency-key": `key-${number}` })),
  );
  return fc.record({ operation: fc.constantFrom(...operations), id, more, query, headers }).map(
    ({ operation, more: extra, query: asked, headers: sent, ...rest }): Step => ({
      ...rest,
      operation,
      headers: {
        ...(operation.endpoint.needsVersion ? { "if-match": "*" } : {}),
        ...sent,
      } as Step["headers"],
      query: operation.method === "GET" ? (asked as Step["query"]) : {},
      body: operation.body === undefined ? undefined : { ...(bodyFor(operation) as object), ...extra },
    }),
  );
};
