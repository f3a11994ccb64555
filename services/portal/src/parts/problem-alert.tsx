import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { fieldName, plainWords } from "../api/plain-words.ts";
import type { ApiProblem } from "../api/problem.ts";
import { NotFound } from "../shell/not-found.tsx";
import { problemTexts } from "../texts/problems.ts";
import { shellTexts } from "../texts/shell.ts";

type Props = {
  readonly problem: ApiProblem | undefined;
  readonly onRetry?: (() => unknown) | undefined;
};

const Violations = ({ problem }: { readonly problem: ApiProblem }) => {
  const { violations = [] } = problem.problem;
  if (violations.length === 0) return null;
  return (
    <ul>
      {violations.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{problemTexts.field(fieldName(path), message)}</li>
      ))}
    </ul>
  );
};

/** A refusal in plain words with the fields it is about, the way out, and the number to quote. */
export const ProblemAlert = ({ problem, onRetry }: Props) => {
  if (problem === undefined) return null;
  const { correlationId } = problem.problem;
  return (
    <Alert
      type={problem.status === 0 || problem.status >= 500 ? "error" : "warning"}
      action={onRetry && <Button onClick={() => void onRetry()}>{shellTexts.again}</Button>}
    >
      {plainWords(problem)}
      <Violations problem={problem} />
      {correlationId !== "" && problem.status >= 500 && (
        <Box variant="small">{problemTexts.correlation(correlationId)}</Box>
      )}
    </Alert>
  );
};

/** What stands in the place of a record that could not be read. */
export const ReadProblem = ({ problem, onRetry }: Props) =>
  problem?.status === 404 ? <NotFound /> : <ProblemAlert problem={problem} onRetry={onRetry} />;
