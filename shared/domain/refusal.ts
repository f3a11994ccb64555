/**
 * What the contract foresees to go wrong: one table from code to HTTP status and title (RFC 9457).
 * Anything that is not a Refusal is a defect: 500, an alarm, and no internals in the answer.
 */
export const refusalCodes = {
  invalid_input: { status: 400, title: "The request is not valid" },
  invalid_cursor: { status: 400, title: "The cursor does not belong to this query" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  not_found: { status: 404, title: "Not found" },
  illegal_transition: { status: 409, title: "The record's state does not allow this" },
  already_assigned: { status: 409, title: "Somebody else has taken this already" },
  already_exists: { status: 409, title: "This exists already" },
  write_conflict: { status: 409, title: "Too many people changed this at once; try again" },
  version_conflict: { status: 412, title: "The record was changed since you read it" },
  too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "Send application/json" },
  idempotency_mismatch: { status: 422, title: "This Idempotency-Key was used with another request" },
  rule_violation: { status: 422, title: "A rule does not allow this" },
  version_required: { status: 428, title: "Send If-Match with the version you read" },
  too_many_requests: { status: 429, title: "Too many requests; slow down" },
  unavailable: { status: 503, title: "Busy; try again shortly" },
} as const;

export type RefusalCode = keyof typeof refusalCodes;

/** One reason, bound to a place in the input (JSON path in dot form) where there is one. */
export type Violation = { readonly path: string; readonly message: string };

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly violations: readonly Violation[];
  /** Seconds after which it is worth another try, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(
    code: RefusalCode,
    detail?: string,
    violations: readonly Violation[] = [],
    retryAfter?: number,
  ) {
    super(detail ?? refusalCodes[code].title);
    this.name = "Refusal";
    this.code = code;
    this.violations = violations;
    this.retryAfter = retryAfter;
  }
}
