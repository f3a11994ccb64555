import { createHmac } from "node:crypto";
import * as z from "zod";
import type { StepAnswer } from "./decisions/steps.ts";

/** Shorter than the function's own time, so that what hangs is told as what it is. */
const timeoutMs = 5000;

const Answer = z.object({
  outcome: z.enum(["done", "waiting", "failed"]).optional(),
  recordId: z.string().max(128).optional(),
  text: z.string().max(2000).optional(),
});

/** HMAC-SHA-256 of the body (RFC 2104), so that who is called knows who calls. */
export const signatureOf = (body: string, key: string): string =>
  `sha256=${createHmac("sha256", key).update(body).digest("hex")}`;

/**
 * Posts JSON to the customer's own automation. 202 means that it goes on by itself and tells the end through the
 * API; other answers of 2xx are the end, unless the body says otherwise. A refusal (4xx) would be one again; all
 * else is worth another try. The errand's name in the body is the same when the same attempt is repeated.
 */
export const callOut = async (
  url: string,
  content: unknown,
  key: string,
): Promise<Pick<StepAnswer, "outcome" | "recordId" | "text">> => {
  const body = JSON.stringify(content);
  const headers = { "content-type": "application/json", "x-signature": signatureOf(body, key) };
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const said = Answer.safeParse(await answer.json().catch(() => ({})));
    if (answer.ok) {
      const usual = answer.status === 202 ? ("waiting" as const) : ("done" as const);
      return { outcome: usual, ...(said.success ? said.data : {}) };
    }
    const text = `The automation answered ${answer.status}`;
    const isFinal = answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status);
    return { outcome: isFinal ? "failed" : "try_again", text };
  } catch (error) {
    return { outcome: "try_again", text: `The automation did not answer: ${(error as Error).message}` };
  }
};
