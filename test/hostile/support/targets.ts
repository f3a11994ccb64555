import { apiPrefix } from "../../../shared/http/endpoint.ts";
import { exampleOf } from "../../platform/support/example.ts";
import { bodyFor, document, doerOf, type Operation } from "../../platform/support/operations.ts";
import type { PlatformBed } from "../../platform/support/platform-bed.ts";
import type { ExactRequest } from "./send-exactly.ts";

type Json = Readonly<Record<string, unknown>>;

/** Valid bodies of an operation: the ordinary one, and one with everything where such a one is valid. */
export const bodiesOf = (operation: Operation): readonly Json[] => {
  const full = exampleOf(operation.body ?? {}, document, true) as Json;
  const ordinary = bodyFor(operation) as Json;
  return operation.endpoint.body?.safeParse(full).success ? [ordinary, full] : [ordinary];
};

/** The ordinary request of an operation on a record, to be spoilt. */
export const ordinaryRequest = async (
  bed: PlatformBed,
  operation: Operation,
  id: string | undefined,
): Promise<ExactRequest> => ({
  method: operation.method,
  path: `${apiPrefix}${id === undefined ? operation.path.replace(/[{}]/g, "") : operation.path.replace(/\{\w+\}/, id)}`,
  headers: {
    authorization: `Bearer ${await bed.token(doerOf(operation))}`,
    "content-type": "application/json",
    // Any version: what is tried here is the rest.
    ...(operation.endpoint.needsVersion ? { "if-match": "*" } : {}),
  },
  body: operation.body === undefined ? undefined : JSON.stringify(bodyFor(operation)),
});

/** One record of each kind that has one, by path parameter. */
export const oneOfEach = async (
  bed: PlatformBed,
  operations: readonly Operation[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const { kind, service } of operations) {
    const [state = ""] = service.lifecycles[kind?.lifecycle ?? ""]?.states ?? [];
    if (kind && !ids.has(kind.param)) ids.set(kind.param, await kind.make(bed, state));
  }
  return ids;
};
