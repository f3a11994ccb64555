import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { CiNames } from "../../parts/names/ci-name.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";

type Props = { readonly incident: Incident; readonly onEdit?: (() => void) | undefined };

/** Facts of an incident. */
export const IncidentFacts = ({ incident, onEdit }: Props) => (
  <Container
    header={
      <Header variant="h2" actions={onEdit && <Button onClick={onEdit}>{texts.edit}</Button>}>
        {texts.facts}
      </Header>
    }
  >
    <KeyValues
      pairs={[
        [texts.columns.caller, <PersonName key="caller" id={incident.callerId} />],
        [texts.openedBy, <PersonName key="opener" id={incident.openedBy} />],
        [texts.columns.team, <TeamName key="team" id={incident.teamId} />],
        [texts.columns.assignee, <PersonName key="assignee" id={incident.assigneeId} />],
        [texts.impact, texts.levels[incident.impact]],
        [texts.urgency, texts.levels[incident.urgency]],
        [texts.category, [incident.category, incident.subcategory].filter(Boolean).join(" / ")],
        [texts.location, incident.location],
        [texts.service, <CiNames key="service" ids={incident.serviceId ? [incident.serviceId] : []} />],
        [texts.columns.channel, inWords(incident.channel)],
        [texts.columns.opened, <When key="opened" at={incident.openedAt} />],
        [texts.columns.updated, <When key="updated" at={incident.updatedAt} as="distance" />],
      ]}
    />
  </Container>
);

type Tie = readonly [kind: string, target: string];

const tiesOf = ({ links = [], parentId, mergedInto }: Incident): readonly Tie[] => [
  ...links.map(({ type, target }): Tie => [type, target]),
  ...(parentId === undefined ? [] : [["parent", parentId] as const]),
  ...(mergedInto === undefined ? [] : [["merged", mergedInto] as const]),
];

const places: Readonly<Record<string, string>> = { INC: "incidents", PRB: "problems", CHG: "changes" };

const hrefOf = (id: string): string => `/${places[id.slice(0, 3)] ?? "requests"}/${id}`;

/** Records that this incident is tied to. */
export const IncidentLinks = ({ incident }: { readonly incident: Incident }) => {
  const ties = tiesOf(incident);
  return (
    <Container header={<Header variant="h2">{texts.links}</Header>}>
      {ties.length === 0 ? (
        <Box>{texts.noLinks}</Box>
      ) : (
        <SpaceBetween size="xxs">
          {ties.map(([kind, target]) => (
            <div key={`${kind} ${target}`}>
              {texts.linkKinds[kind] ?? inWords(kind)}:{" "}
              <Link href={hrefOf(target)} onFollow={follow}>
                {target}
              </Link>
            </div>
          ))}
        </SpaceBetween>
      )}
    </Container>
  );
};
