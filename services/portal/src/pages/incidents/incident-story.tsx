import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { Composer } from "../../parts/record/composer.tsx";
import { type HistoryItem, type Telling, Timeline } from "../../parts/record/timeline.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import type { Incident } from "./incident.ts";
import { isOver } from "./is-over.ts";
import { ReplyButton } from "./reply-button.tsx";
import { incidentTexts as texts } from "./texts.ts";

const telling: Telling = {
  nameOf: ({ type }) => texts.event[type],
  isInternal: ({ type }) => type === "IncidentNoted" || type === "IncidentTimelineNoted",
  hidden: [
    "serviceLevels",
    "impactAssessment",
    "description",
    "targetAt",
    "reassignmentCount",
    "reopenCount",
    "autoCloseAt",
    "openedAt",
    "openedBy",
    "watchers",
    "restricted",
  ],
};

type Props = {
  readonly incident: Incident;
  readonly history: Pages<HistoryItem>;
  readonly isAgent: boolean;
  readonly onDone: (incident: Incident) => void;
};

const hasWords = ({ data }: HistoryItem): boolean => typeof data.text === "string";

/** What was said and done, newest first, and the place to say more. */
export const IncidentStory = ({ incident, history, isAgent, onDone }: Props) => {
  const [shown, setShown] = useState<"all" | "words">(isAgent ? "all" : "words");
  const items = shown === "all" ? history.items : history.items.filter(hasWords);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SegmentedControl
              label={texts.story}
              selectedId={shown}
              options={[
                { id: "all", text: texts.all },
                { id: "words", text: texts.words },
              ]}
              onChange={({ detail }) => setShown(detail.selectedId as "all" | "words")}
            />
          }
        >
          {texts.story}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Composer
          id={incident.id}
          comment={isOver(incident) ? undefined : "POST /incidents/{incidentId}/comments"}
          note={isAgent ? "POST /incidents/{incidentId}/notes" : undefined}
          isAsker={!isAgent}
          onDone={(reply) => onDone(reply as Incident)}
          inserting={
            isAgent ? (insert) => <ReplyButton incidentId={incident.id} onInsert={insert} /> : undefined
          }
        />
        <Timeline history={{ ...history, items }} telling={telling} />
      </SpaceBetween>
    </Container>
  );
};
