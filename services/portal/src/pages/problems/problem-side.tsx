import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { ServiceLevels } from "../../parts/service-levels/service-levels.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { CiLinks } from "./ci-links.tsx";
import type { Problem } from "./problem-actions.ts";
import { ProblemArticles } from "./problem-articles.tsx";
import { ProblemCost } from "./problem-cost.tsx";
import { Suspects } from "./suspects.tsx";
import { problemTexts as texts } from "./texts.ts";

type Props = { readonly problem: Problem };

const Facts = ({ problem }: Props) => (
  <Container header={<Header variant="h2">{texts.facts}</Header>}>
    <KeyValues
      pairs={[
        [texts.team, <TeamName key="team" id={problem.teamId} />],
        [texts.person, <PersonName key="person" id={problem.assigneeId} />],
        [texts.category, [problem.category, problem.subcategory].filter(Boolean).join(" / ")],
        [texts.service, problem.serviceId && <CiLinks key="service" ids={[problem.serviceId]} />],
        [texts.items, <CiLinks key="items" ids={problem.ciIds} />],
        [texts.openedBy, <PersonName key="opener" id={problem.openedBy} />],
        [texts.columns.opened, <When key="opened" at={problem.openedAt} />],
        [texts.knownError, knownErrorText(problem)],
      ]}
    />
  </Container>
);

const knownErrorText = ({ knownError }: Problem): string => {
  if (knownError === undefined) return texts.noKnownError;
  return knownError.published ? texts.edition(knownError.published.edition) : texts.draftOnly;
};

const Changes = ({ problem: { changes } }: Props) => (
  <Container header={<Header variant="h2">{texts.changes}</Header>}>
    {changes.length === 0 && <Box color="text-body-secondary">{texts.noChanges}</Box>}
    <ul className="changes">
      {changes.map(({ id, state, outcome }) => (
        <li key={id}>
          <Link href={`/changes/${id}`} onFollow={follow}>
            {id}
          </Link>{" "}
          {inWords(outcome ?? state)}
        </li>
      ))}
    </ul>
  </Container>
);

/** What stands beside a problem: facts, what it costs, changes for it and before it. */
export const ProblemSide = ({ problem }: Props) => {
  const { value } = useRead("GET /problems/{problemId}/suspected-changes", {
    params: { problemId: problem.id },
  });
  return (
    <SpaceBetween size="m">
      <Facts problem={problem} />
      <ServiceLevels
        route="GET /problems/{problemId}/service-levels"
        id={problem.id}
        version={problem.version}
      />
      <ProblemCost problemId={problem.id} />
      <Changes problem={problem} />
      <ProblemArticles problem={problem} />
      {value !== undefined && <Suspects changes={value.items} />}
    </SpaceBetween>
  );
};
