import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import type { Change } from "./change-actions.ts";
import { changeFormTexts as formTexts } from "./form-texts.ts";
import { changeTexts as texts } from "./texts.ts";

type Props = { readonly change: Change };

const mostNamed = 10;

const named = (ids: readonly string[]): string =>
  ids.length <= mostNamed
    ? ids.join(", ")
    : `${ids.slice(0, mostNamed).join(", ")} … ${texts.more(ids.length - mostNamed)}`;

type Edited = Props & { readonly onEdit?: (() => void) | undefined };

/** Facts of a change. */
export const ChangeFacts = ({ change, onEdit }: Edited) => (
  <Container
    header={
      <Header variant="h2" actions={onEdit && <Button onClick={onEdit}>{formTexts.edit}</Button>}>
        {texts.facts}
      </Header>
    }
  >
    <KeyValues
      pairs={[
        [texts.columns.type, inWords(change.type)],
        [texts.columns.requester, <PersonName key="requester" id={change.requesterId} />],
        [texts.columns.start, <When key="start" at={change.plannedStart} />],
        [texts.columns.end, <When key="end" at={change.plannedEnd} />],
        [texts.columns.team, <TeamName key="team" id={change.teamId} />],
        [texts.columns.assignee, <PersonName key="assignee" id={change.assigneeId} />],
        [formTexts.service, change.serviceId],
        [texts.cis, named(change.ciIds)],
        [formTexts.impact, formTexts.impacts[change.impact]],
        [formTexts.priority, change.priority && formTexts.priorities[change.priority]],
        [formTexts.category, change.category],
        [texts.outcome, change.outcome === undefined ? undefined : texts.outcomes[change.outcome]],
      ]}
    />
  </Container>
);

/** Why, how it is done, tested and taken back, and who is told. */
export const ChangePlans = ({ change: { description, justification, plans } }: Props) => {
  const said = Object.entries(plans);
  return (
    <Container header={<Header variant="h2">{texts.plans}</Header>}>
      <SpaceBetween size="xs">
        {justification !== undefined && (
          <p className="words">
            <b>{texts.why}</b> {justification}
          </p>
        )}
        {description !== undefined && <p className="words">{description}</p>}
        {said.length === 0 && <Box>{texts.noPlans}</Box>}
        {said.map(([name, text]) => (
          <ExpandableSection key={name} headerText={texts.planNames[name] ?? inWords(name)} defaultExpanded>
            <p className="words">{text}</p>
          </ExpandableSection>
        ))}
      </SpaceBetween>
    </Container>
  );
};

/** What it makes of the CMDB, and what became of that. */
export const ChangeModifications = ({ change: { modifications, modified } }: Props) =>
  modifications === undefined ? null : (
    <Container header={<Header variant="h2">{texts.cmdb}</Header>}>
      <Box>{texts.modifies(modifications.cis.length, modifications.relations.length)}</Box>
      <ul>
        {(modified?.results ?? []).map(({ of, outcome, reason }) => (
          <li key={of}>
            {of}: {texts.modified[outcome]} {reason}
          </li>
        ))}
      </ul>
    </Container>
  );
