import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { inWords } from "../../parts/words.ts";
import type { Problem } from "./problem-actions.ts";
import { problemTexts as texts } from "./texts.ts";

const Analysis = ({ analysis }: { readonly analysis: NonNullable<Problem["analysis"]> }) => (
  <>
    <Box variant="h3">{texts.analysis}</Box>
    <ol>
      {(analysis.whys ?? []).map(({ question, answer }, at) => (
        <li key={`${question} ${answer}`}>
          <b>{question ?? texts.why(at + 1)}</b> {answer}
        </li>
      ))}
    </ol>
    <ul className="changes">
      {(analysis.causes ?? []).map(({ category, text, verdict }) => (
        <li key={`${category} ${text}`}>
          {inWords(category)}: {text} ({texts.verdicts[verdict]})
        </li>
      ))}
    </ul>
  </>
);

/** What is known of the cause, and how people go on until it is mended. */
export const ProblemCause = ({ problem }: { readonly problem: Problem }) => {
  const { rootCause, workaround, analysis, resolution } = problem;
  return (
    <Container header={<Header variant="h2">{texts.rootCause}</Header>}>
      <SpaceBetween size="s">
        <p className="words">{rootCause?.text ?? texts.noRootCause}</p>
        {analysis !== undefined && <Analysis analysis={analysis} />}
        <Box variant="h3">{texts.workaround}</Box>
        <p className="words">{workaround ?? texts.noWorkaround}</p>
        {resolution !== undefined && (
          <>
            <Box variant="h3">{texts.resolution}</Box>
            <p className="words">{resolution}</p>
          </>
        )}
      </SpaceBetween>
    </Container>
  );
};
