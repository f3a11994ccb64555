import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { Due } from "../../parts/due.tsx";
import { FilesCard } from "../../parts/files/files-card.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { Priority } from "../../parts/priority.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { Rating } from "../../parts/rating/lazy-rating.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { useEditing } from "../../parts/record/use-editing.ts";
import { ServiceLevels } from "../../parts/service-levels/service-levels.tsx";
import { TasksCard } from "../../parts/tasks/lazy-tasks-card.tsx";
import { inWords } from "../../parts/words.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { editedFields } from "./edited-fields.ts";
import type { Incident } from "./incident.ts";
import { incidentActionsOf } from "./incident-actions.ts";
import type { IncidentEditProps } from "./incident-edit.tsx";
import { IncidentFacts, IncidentLinks } from "./incident-facts.tsx";
import { IncidentImpact } from "./incident-impact.tsx";
import { IncidentMajor } from "./incident-major.tsx";
import { IncidentNeighbours } from "./incident-neighbours.tsx";
import { IncidentStory } from "./incident-story.tsx";
import { isOver } from "./is-over.ts";
import { incidentTexts as texts } from "./texts.ts";
import { withWork } from "./with-work.ts";

const IncidentEdit = lazily<IncidentEditProps>(
  async () => (await import("./incident-edit.tsx")).IncidentEdit,
);

type Props = { readonly incident: Incident; readonly read: Read<Incident> };

const insiders = ["agent", "problem-manager", "knowledge-manager", "major-incident-manager", "admin"];

const Description = ({
  incident: { description, resolution, handlingNote },
}: {
  readonly incident: Incident;
}) => (
  <Container header={<Header variant="h2">{texts.description}</Header>}>
    <p className="words">{description ?? texts.noDescription}</p>
    {handlingNote !== undefined && <Alert header={texts.vip}>{handlingNote}</Alert>}
    {resolution !== undefined && (
      <Alert type="success" header={texts.resolution}>
        {resolution.text}
      </Alert>
    )}
  </Container>
);

const Facts = ({ incident }: { readonly incident: Incident }) => (
  <SpaceBetween direction="horizontal" size="s" alignItems="center">
    <Priority level={incident.priority} text={texts.priorities[incident.priority] ?? ""} />
    {incident.resolvedAt === undefined && incident.targetAt !== undefined && (
      <span>
        {texts.dueAt} <Due at={incident.targetAt} />
      </span>
    )}
    {incident.vip && <Badge color="blue">{texts.vip}</Badge>}
    {incident.majorState === "accepted" && <Badge color="red">{texts.major}</Badge>}
    {incident.restricted && <Badge>{texts.restricted}</Badge>}
  </SpaceBetween>
);

const stateText = ({ state, holdReason }: Incident): string =>
  holdReason === undefined ? inWords(state) : (texts.holds[holdReason] ?? inWords(state));

const Shown = ({ incident, read }: Props) => {
  const me = useMe();
  const isAgent = hasRole(me, "agent", "major-incident-manager");
  const params = { incidentId: incident.id };
  const history = usePages("GET /incidents/{incidentId}/history", {
    params,
    query: { order: "newest", limit: 50 },
  });
  const onDone = (next: Incident): void => {
    read.put(next);
    void history.refresh();
  };
  const editing = useEditing<Incident>({
    record: incident,
    fields: editedFields(incident),
    save: "PATCH /incidents/{incidentId}",
    read: "GET /incidents/{incidentId}",
    fieldsOf: editedFields,
    onDone,
  });
  const actions = (
    <RecordActions
      record={withWork(incident, me)}
      actions={incidentActionsOf(me)}
      onDone={onDone}
      onConflict={read.refresh}
    />
  );
  return (
    <RecordPage
      id={incident.id}
      title={incident.title}
      state={incident.state}
      stateText={stateText(incident)}
      facts={<Facts incident={incident} />}
      actions={actions}
      alert={<ChangedElsewhere read={read} />}
      side={
        <SpaceBetween size="m">
          <ServiceLevels
            route="GET /incidents/{incidentId}/service-levels"
            id={incident.id}
            version={incident.version}
          />
          <IncidentMajor incident={incident} />
          <IncidentFacts incident={incident} onEdit={isAgent ? editing.open : undefined} />
          {hasRole(me, ...insiders) && <IncidentLinks incident={incident} />}
          {isAgent && <IncidentNeighbours incident={incident} />}
        </SpaceBetween>
      }
    >
      <Rating recordId={incident.id} />
      <Description incident={incident} />
      <TasksCard of="incident" record={incident} onDone={onDone} onConflict={read.refresh} />
      <FilesCard
        home={{ path: "/incidents/{incidentId}", id: incident.id }}
        files={incident.attachments}
        isWorker={isAgent}
        isOver={isOver(incident)}
      />
      <IncidentStory incident={incident} history={history} isAgent={isAgent} onDone={onDone} />
      {hasRole(me, ...insiders) && <IncidentImpact incident={incident} onDone={() => void read.refresh()} />}
      {editing.isOpen && <IncidentEdit editing={editing} />}
    </RecordPage>
  );
};

/** One incident: for its caller the story and the solution, for agents everything they need to end it. */
export const IncidentPage = ({ incidentId }: { readonly incidentId: string }) => {
  const read = useRead("GET /incidents/{incidentId}", { params: { incidentId } });
  if (read.value !== undefined) return <Shown key={incidentId} incident={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
