import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { inCommon, lostText, namedIn } from "./candidate.ts";
import { candidateActions } from "./candidate-actions.ts";
import { CandidateIncidents } from "./candidate-incidents.tsx";
import { Suspects } from "./suspects.tsx";
import { problemTexts as texts } from "./texts.ts";

/** What keeps coming back: its incidents, what they cost, what may have caused it, and the decision. */
export const CandidatePage = ({ candidateId }: { readonly candidateId: string }) => {
  const read = useRead("GET /problem-candidates/{candidateId}", { params: { candidateId } });
  const candidate = read.value;
  const nameOf = useCiNames(candidate === undefined ? [] : namedIn(candidate));
  if (candidate === undefined)
    return read.problem ? (
      <ReadProblem problem={read.problem} onRetry={read.refresh} />
    ) : (
      <Spinner size="large" />
    );
  const { cost, likeness, incidentIds, problemId, firstOpenedAt, lastOpenedAt } = candidate;
  const names = texts.columns;
  return (
    <RecordPage
      id={candidate.id}
      title={`${texts.likeness[likeness.kind]}: ${inCommon(candidate, nameOf)}`}
      state={candidate.state}
      actions={
        <RecordActions
          record={candidate}
          actions={candidateActions(nameOf)}
          onDone={() => void read.refresh()}
          onConflict={read.refresh}
        />
      }
      alert={<ChangedElsewhere read={read} />}
      side={
        <SpaceBetween size="m">
          <Container header={<Header variant="h2">{texts.cost}</Header>}>
            <KeyValues
              pairs={[
                [names.incidents, cost.incidents],
                [names.lost, lostText(cost)],
                [names.people, cost.people],
                [names.breaches, cost.breaches],
                [names.opened, <When key="first" at={firstOpenedAt} />],
                [names.last, <When key="last" at={lastOpenedAt} />],
                [
                  texts.problem,
                  problemId && (
                    <Link key="problem" href={`/problems/${problemId}`} onFollow={follow}>
                      {problemId}
                    </Link>
                  ),
                ],
              ]}
            />
          </Container>
          <Suspects changes={candidate.suspectedChanges} />
        </SpaceBetween>
      }
    >
      <Container header={<Header variant="h2">{texts.incidents}</Header>}>
        <CandidateIncidents ids={incidentIds} />
      </Container>
    </RecordPage>
  );
};
