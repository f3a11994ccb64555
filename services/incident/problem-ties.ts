/**
 * What an incident remembers of a problem, so that the problem's events may come late, twice or in any order:
 * the last of its events that tied or untied it, the last thing it told, and the resolution that was answered.
 */
type ProblemTie = {
  readonly problemId: string;
  readonly sequence: number;
  readonly told: number;
  readonly answered?: string | undefined;
};

export type ProblemTied = { readonly problemTies?: readonly ProblemTie[] | undefined };

/** Ties that were undone are remembered, too; the oldest are forgotten. */
const most = 100;

export const tieTo = (problemId: string, { problemTies = [] }: ProblemTied): ProblemTie =>
  problemTies.find((tie) => tie.problemId === problemId) ?? { problemId, sequence: 0, told: 0 };

export const withTie = (tie: ProblemTie, { problemTies = [] }: ProblemTied): readonly ProblemTie[] =>
  [...problemTies.filter(({ problemId }) => problemId !== tie.problemId), tie].slice(-most);
