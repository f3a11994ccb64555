import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { follow } from "../../shell/follow.ts";
import { CiLinks } from "./ci-links.tsx";
import { problemFormTexts as formTexts } from "./form-texts.ts";
import { isAnalysed, type Problem } from "./problem-actions.ts";
import { ProblemAnalysis } from "./problem-analysis.tsx";
import { problemTexts as texts } from "./texts.ts";

const RootCause = ({ rootCause }: Pick<Problem, "rootCause">) => {
  if (rootCause === undefined) return <p className="words">{texts.noRootCause}</p>;
  const { text, category, ciIds, changeId } = rootCause;
  const isMore = category !== undefined || ciIds.length > 0 || changeId !== undefined;
  return (
    <>
      <p className="words">{text}</p>
      {isMore && (
        <KeyValues
          columns={3}
          pairs={[
            [formTexts.bone, formTexts.bones[category ?? ""]],
            [formTexts.atFault, ciIds.length > 0 && <CiLinks key="cis" ids={ciIds} />],
            [
              texts.causedBy,
              changeId && (
                <Link key="change" href={`/changes/${changeId}`} onFollow={follow}>
                  {changeId}
                </Link>
              ),
            ],
          ]}
        />
      )}
    </>
  );
};

type Props = { readonly problem: Problem; readonly isWorker: boolean };

/** What is known of the cause, and how people go on until it is mended. */
export const ProblemCause = ({ problem, isWorker }: Props) => {
  const { id, rootCause, workaround, analysis, resolution } = problem;
  const write = isWorker && isAnalysed(problem) && (
    <Button href={`/problems/${id}/cause`} onFollow={follow}>
      {formTexts.cause}
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={write}>
          {texts.rootCause}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <RootCause rootCause={rootCause} />
        {analysis !== undefined && <ProblemAnalysis analysis={analysis} />}
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
