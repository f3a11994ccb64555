import type { Name } from "../../bed/people.ts";
import { type Operation, operations, parameterSchemas } from "../../platform/support/operations.ts";
import type { Call } from "../../platform/support/platform-bed.ts";
import { bait, type Secret } from "./secrets/secret.ts";

/** A question to the API, and of which record it is, if it is of one. */
export type Reading = {
  readonly operation: Operation;
  readonly call: Pick<Call, "id" | "body" | "query" | "headers">;
};

const csv = { accept: "text/csv" };
const hasParams = ({ path }: Operation): boolean => path.includes("{");
const paramOf = ({ path }: Operation): string => /\{(\w+)\}/.exec(path)?.[1] ?? "";
const isHistory = ({ path }: Operation): boolean => path.endsWith("/history");

/** What is read of one record: itself, its history, also as a table, and whatever else there is under its id. */
export const readingsOf = ({ param, id }: Pick<Secret, "param" | "id">): readonly Reading[] =>
  operations
    .filter((operation) => operation.method === "GET" && paramOf(operation) === param)
    .flatMap((operation) => [
      { operation, call: { id } },
      ...(isHistory(operation) ? [{ operation, call: { id, query: { limit: "100" }, headers: csv } }] : []),
    ]);

const stretch = { from: "2026-01-01T00:00:00Z", to: "2099-12-31T00:00:00Z" };

/** Values of a filter that lead to what is planted. */
const valuesOf = (name: string, who: Name, secrets: readonly Secret[]): readonly string[] => {
  const ids = (param: string) => secrets.filter((each) => each.param === param).map(({ id }) => id);
  if (/^(team|ownerTeam|reviewTeam)(Id)?$/.test(name)) return ["network"];
  if (name === "ciId") return ids("ciId");
  if (name === "requestId") return ids("requestId");
  if (name === "recordId") return ids("incidentId");
  if (name === "namePrefix") return [bait];
  if (name === "approverRole") return ["admin"];
  if (/^(person|owner|requester|holder|caller|assignee|approver|to|member|reviewer)Id$/.test(name))
    return ["eve", who];
  return name === "reservedBy" ? ["emil"] : [];
};

/** Every list and every figure, without a filter and with each of its filters. */
export const listings = (who: Name, secrets: readonly Secret[]): readonly Reading[] =>
  operations
    .filter((operation) => operation.method === "GET" && !hasParams(operation))
    .flatMap((operation) => {
      const { id, fixture } = operation;
      const schemas = parameterSchemas(operation, "query");
      const needed = id.startsWith("get") || "limit" in schemas ? {} : stretch;
      const always = { ...(fixture.queries?.[id] ?? ("from" in schemas ? needed : {})) };
      const page: Readonly<Record<string, string>> = "limit" in schemas ? { limit: "100" } : {};
      const filters = Object.entries(schemas).flatMap(([name, schema]) => {
        const values = (schema.enum as readonly string[] | undefined) ?? valuesOf(name, who, secrets);
        return values.map((value) => ({ [name]: value }));
      });
      return [
        { operation, call: { query: { ...always, ...page } } },
        ...filters.map((filter) => ({ operation, call: { query: { ...always, ...page, ...filter } } })),
      ].map(({ call }) => ({ operation, call: { ...call, id: undefined } }));
    });

/** What is asked for by words, as people do who do not know what there is. */
const bodies: Readonly<Record<string, object>> = {
  searchKnowledge: { text: bait, limit: 50 },
  suggestKnowledge: { title: bait, ciIds: [] },
  findSimilarIncidents: { title: bait },
  findNames: { personIds: ["eve", "emil", "nora"], teamIds: ["network"] },
};

/** Every search, and what asks by the ids of what is planted. */
export const searches = (secrets: readonly Secret[]): readonly Reading[] => {
  const ciIds = secrets.filter(({ param }) => param === "ciId").map(({ id }) => id);
  return [
    ...operations.flatMap((operation) => {
      const body = bodies[operation.id];
      return body ? [{ operation, call: { id: undefined, body } }] : [];
    }),
    ...operations
      .filter(({ id }) => id === "askImpact")
      .map((operation) => ({ operation, call: { id: undefined, body: { ciIds, direction: "upstream" } } })),
    ...operations
      .filter(({ id }) => id === "suggestKnowledge" || id === "findSimilarIncidents")
      .map((operation) => ({ operation, call: { id: undefined, body: { title: "It is down", ciIds } } })),
    ...secrets
      .filter(({ param }) => param === "catalogItemId")
      .flatMap(({ id }) =>
        operations
          .filter((operation) => operation.id === "checkOrder")
          .map((operation) => ({ operation, call: { id, body: { answers: {} } } })),
      ),
  ];
};
