import type { Schemas } from "../../../../docs/generated/api.ts";

/** What the API answers instead of doing what was asked (RFC 9457). */
export type Problem = Schemas["Problem"];

/** A refusal, or the lack of any answer (`status` 0). */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

const withoutAnswer = (status: number, title: string): Problem => ({
  type: "about:blank",
  title,
  status,
  code: "internal_error",
  correlationId: "",
});

/** Nobody answered: no network, or the address is wrong. */
export const unreachable = (): ApiProblem => new ApiProblem(withoutAnswer(0, "unreachable"));

/** Reads a refusal; what is not of this form came from something on the way and says its status only. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const isProblem = response.headers.get("content-type")?.includes("problem+json") === true;
  const problem = isProblem ? await response.json().catch(() => undefined) : undefined;
  return new ApiProblem(problem ?? withoutAnswer(response.status, response.statusText));
};

/** The refusal an error is; a defect of the portal itself is thrown on to the error boundary. */
export const asProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error;
  throw error;
};
