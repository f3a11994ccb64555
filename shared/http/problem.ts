import * as z from "zod";
import { type Refusal, type RefusalCode, refusalCodes } from "../domain/refusal.ts";

/** An answer as the HTTP API takes it (payload format 2.0). */
export type Reply = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};

/** RFC 9457 `application/problem+json`. `code` is the stable word for programs, `detail` the one for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum([...(Object.keys(refusalCodes) as RefusalCode[]), "internal_error"]),
    detail: z.string().optional(),
    violations: z
      .array(z.object({ path: z.string().describe("Such as body.title"), message: z.string() }))
      .optional(),
    correlationId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

const headers = { "content-type": "application/problem+json" };

export const refusalReply = (refusal: Refusal, correlationId: string): Reply => {
  const { status, title } = refusalCodes[refusal.code];
  const problem: Problem = {
    type: `urn:steward:refusal:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    ...(refusal.message === title ? {} : { detail: refusal.message }),
    ...(refusal.violations.length > 0 ? { violations: [...refusal.violations] } : {}),
    correlationId,
  };
  const passes = status === 503 || status === 429 || refusal.code === "write_conflict";
  const retry: Record<string, string> = passes ? { "retry-after": String(refusal.retryAfter ?? 1) } : {};
  return { statusCode: status, headers: { ...headers, ...retry }, body: JSON.stringify(problem) };
};

/** The answer to a defect: a number to quote and nothing of the inside. */
export const defectReply = (correlationId: string): Reply => {
  const problem: Problem = {
    type: "urn:steward:defect",
    title: "Something went wrong on our side",
    status: 500,
    code: "internal_error",
    correlationId,
  };
  return { statusCode: 500, headers, body: JSON.stringify(problem) };
};
