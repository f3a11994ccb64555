import type { RefusalCode } from "../domain/refusal.ts";
import { type Endpoint, methodOf } from "./endpoint.ts";

/** What the router itself may refuse for an endpoint, besides what the endpoint declares. */
const impliedRefusals = (endpoint: Endpoint): readonly RefusalCode[] => [
  ...(endpoint.params || endpoint.query || endpoint.body ? (["invalid_input"] as const) : []),
  ...(endpoint.body ? (["unsupported_media_type", "too_large"] as const) : []),
  ...(endpoint.permission ? (["unauthenticated", "too_many_requests", "forbidden"] as const) : []),
  ...(endpoint.needsVersion ? (["version_required", "version_conflict"] as const) : []),
  ...(methodOf(endpoint.route) === "GET" || endpoint.safe
    ? []
    : (["write_conflict", "invalid_input"] as const)),
  ...(methodOf(endpoint.route) === "POST" && !endpoint.safe ? (["idempotency_mismatch"] as const) : []),
];

/** Every refusal an endpoint may answer with, for the router and for OpenAPI alike. */
export const refusalsOf = (endpoint: Endpoint): ReadonlySet<RefusalCode> =>
  new Set([...impliedRefusals(endpoint), ...endpoint.refusals]);
