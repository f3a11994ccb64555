import Badge from "@cloudscape-design/components/badge";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { lazily } from "../../parts/lazily.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { Composer } from "../../parts/record/composer.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { type Telling, Timeline } from "../../parts/record/timeline.tsx";
import { useEditing } from "../../parts/record/use-editing.ts";
import { ServiceLevels } from "../../parts/service-levels/service-levels.tsx";
import { TasksCard } from "../../parts/tasks/lazy-tasks-card.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import type { AssessedImpactProps } from "../configuration/assessed-impact.tsx";
import { askException, type Change, changeActions } from "./change-actions.ts";
import type { AftermathProps } from "./change-aftermath.tsx";
import { ChangeApproval } from "./change-approval.tsx";
import { ChangeConflicts } from "./change-conflicts.tsx";
import type { ChangeEditProps } from "./change-edit.tsx";
import { ChangeException } from "./change-exception.tsx";
import { ChangeFacts, ChangeModifications, ChangePlans } from "./change-facts.tsx";
import { ChangeRisk } from "./change-risk.tsx";
import { ChangeTies } from "./change-ties.tsx";
import { editedChange, isEditable } from "./edited-change.ts";
import { Risk } from "./risk.tsx";
import { changeTexts as texts } from "./texts.ts";
import { withMore } from "./with-more.ts";

const telling: Telling = {
  isInternal: ({ type }) => type === "ChangeNoted",
  hidden: [
    "approval",
    "exception",
    "tasks",
    "riskReasons",
    "riskMissing",
    "chance",
    "conflicts",
    "impacted",
    "permits",
    "modified",
    "modifications",
    "timeline",
    "serviceLevels",
    "answers",
    "suspects",
    "alerts",
    "evidence",
    "review",
  ],
};

const ChangeEdit = lazily<ChangeEditProps>(async () => (await import("./change-edit.tsx")).ChangeEdit);

const AssessedImpact = lazily<AssessedImpactProps>(
  async () => (await import("../configuration/assessed-impact.tsx")).AssessedImpact,
);

const ChangeAftermath = lazily<AftermathProps>(
  async () => (await import("./change-aftermath.tsx")).ChangeAftermath,
);

const hasAftermath = ({ suspects, permits, evidence, alerts, review, outcomeText }: Change): boolean =>
  [suspects, permits, evidence, alerts].some((each) => (each?.length ?? 0) > 0) ||
  review !== undefined ||
  outcomeText !== undefined;

/** Who works on changes; the API decides. */
const workers = ["agent", "change-manager", "problem-manager", "major-incident-manager"];
/** Who reads all of one. */
const insiders = [...workers, "admin", "asset-manager", "configuration-manager", "knowledge-manager"];

type Props = { readonly change: Change; readonly read: Read<Change> };

const Shown = ({ change, read }: Props) => {
  const me = useMe();
  const history = usePages("GET /changes/{changeId}/history", {
    params: { changeId: change.id },
    query: { order: "newest", limit: 50 },
  });
  const onDone = (next: Change): void => {
    read.put(next);
    void history.refresh();
  };
  const isInsider = hasRole(me, ...insiders);
  const isWorker = hasRole(me, ...workers);
  const mine = withMore(change, me, isWorker);
  const risks = useRead("GET /change-risk-settings", mine.actions?.includes("assess") ? {} : undefined, {
    everyMs: 0,
  });
  const editing = useEditing<Change>({
    record: change,
    fields: editedChange(change),
    save: "PATCH /changes/{changeId}",
    read: "GET /changes/{changeId}",
    fieldsOf: editedChange,
    onDone,
  });
  return (
    <RecordPage
      id={change.id}
      title={change.title}
      state={change.state}
      facts={
        <SpaceBetween direction="horizontal" size="s">
          <Risk risk={change.risk} />
          {change.overranAt !== undefined && change.state === "implement" && (
            <Badge color="red">{texts.overran}</Badge>
          )}
        </SpaceBetween>
      }
      actions={
        <RecordActions
          record={mine}
          actions={changeActions(risks.value)}
          onDone={onDone}
          onConflict={read.refresh}
        />
      }
      alert={<ChangedElsewhere read={read} />}
      side={
        <SpaceBetween size="m">
          <ChangeFacts change={change} onEdit={isWorker && isEditable(change) ? editing.open : undefined} />
          <ServiceLevels
            route="GET /changes/{changeId}/service-levels"
            id={change.id}
            version={change.version}
          />
          <ChangeRisk change={change} />
          <ChangeApproval title={texts.approval} approval={change.approval} />
          <ChangeException change={mine} onDone={onDone} onConflict={read.refresh} />
          <ChangeTies isInsider={isInsider} change={mine} onDone={onDone} onConflict={read.refresh} />
        </SpaceBetween>
      }
    >
      <ChangePlans change={change} />
      {isInsider && (
        <ChangeConflicts
          changeId={change.id}
          actions={
            <RecordActions record={mine} actions={askException} onDone={onDone} onConflict={read.refresh} />
          }
        />
      )}
      <TasksCard of="change" record={change} onDone={onDone} onConflict={read.refresh} />
      <ChangeModifications change={change} />
      {isInsider && change.impacted !== undefined && (
        <Container header={<Header variant="h2">{texts.dependsTitle}</Header>}>
          <AssessedImpact
            subjectId={change.id}
            assessed={change.impacted}
            again={isWorker ? "POST /changes/{changeId}/assess-impact" : undefined}
            onDone={() => void read.refresh()}
          />
        </Container>
      )}
      {hasAftermath(change) && <ChangeAftermath change={change} mayJudge={isWorker} onDone={onDone} />}
      <Container header={<Header variant="h2">{texts.story}</Header>}>
        <SpaceBetween size="m">
          <Composer
            id={change.id}
            note={isWorker ? "POST /changes/{changeId}/notes" : undefined}
            onDone={(reply) => onDone(reply as Change)}
          />
          <Timeline history={history} telling={telling} />
        </SpaceBetween>
      </Container>
      {editing.isOpen && <ChangeEdit change={change} editing={editing} />}
    </RecordPage>
  );
};

/** One change: what it does and when, its risk, who approves it, what stands against it, and its story. */
export const ChangePage = ({ changeId }: { readonly changeId: string }) => {
  const read = useRead("GET /changes/{changeId}", { params: { changeId } });
  if (read.value !== undefined) return <Shown key={changeId} change={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
