import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { lazily } from "../../parts/lazily.tsx";
import { Priority } from "../../parts/priority.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { Composer } from "../../parts/record/composer.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { type Telling, Timeline } from "../../parts/record/timeline.tsx";
import { useEditing } from "../../parts/record/use-editing.ts";
import { TasksCard } from "../../parts/tasks/lazy-tasks-card.tsx";
import { useMe } from "../../session/me.ts";
import { problemFormTexts as formTexts } from "./form-texts.ts";
import { type Problem, problemActions, withWork, works } from "./problem-actions.ts";
import { ProblemCause } from "./problem-cause.tsx";
import type { ProblemEditProps } from "./problem-edit.tsx";
import { editedProblem } from "./problem-form.ts";
import type { ProblemIncidentsProps } from "./problem-incidents.tsx";
import { ProblemKnownError } from "./problem-known-error.tsx";
import { ProblemSide } from "./problem-side.tsx";
import { problemTexts as texts } from "./texts.ts";

const ProblemEdit = lazily<ProblemEditProps>(async () => (await import("./problem-edit.tsx")).ProblemEdit);

/** Its table is half of the page's code, and below what is read first. */
const ProblemIncidents = lazily<ProblemIncidentsProps>(
  async () => (await import("./problem-incidents.tsx")).ProblemIncidents,
);

const telling: Telling = {
  nameOf: ({ type }) => texts.event[type],
  isInternal: ({ type }) => type === "ProblemNoted",
  hidden: ["serviceLevels", "targetAt", "knownError", "analysis", "changes", "communicated", "description"],
};

const Shown = ({ problem, read }: { readonly problem: Problem; readonly read: Read<Problem> }) => {
  const me = useMe();
  const params = { problemId: problem.id };
  const history = usePages("GET /problems/{problemId}/history", {
    params,
    query: { order: "newest", limit: 50 },
  });
  const onDone = (next: Problem): void => {
    read.put(next);
    void history.refresh();
  };
  const isWorker = works(me);
  const editing = useEditing<Problem>({
    record: problem,
    fields: editedProblem(problem),
    save: "PATCH /problems/{problemId}",
    read: "GET /problems/{problemId}",
    fieldsOf: editedProblem,
    onDone,
  });
  return (
    <RecordPage
      id={problem.id}
      title={problem.title}
      state={problem.state}
      stateText={texts.states[problem.state] ?? problem.state}
      facts={<Priority level={problem.priority} text={texts.priorities[problem.priority] ?? ""} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {isWorker && <Button onClick={editing.open}>{formTexts.edit}</Button>}
          <RecordActions
            record={withWork(problem, me)}
            actions={problemActions}
            onDone={onDone}
            onConflict={read.refresh}
          />
        </SpaceBetween>
      }
      alert={<ChangedElsewhere read={read} />}
      side={<ProblemSide problem={problem} />}
    >
      <Container header={<Header variant="h2">{texts.description}</Header>}>
        <p className="words">{problem.description ?? texts.noDescription}</p>
      </Container>
      <ProblemCause problem={problem} isWorker={isWorker} />
      <ProblemKnownError problem={problem} onDone={onDone} onConflict={read.refresh} />
      <TasksCard of="problem" record={problem} onDone={onDone} onConflict={read.refresh} />
      <ProblemIncidents problem={problem} isWorker={isWorker} onDone={onDone} onConflict={read.refresh} />
      <Container header={<Header variant="h2">{texts.story}</Header>}>
        <SpaceBetween size="m">
          <Composer
            id={problem.id}
            note={isWorker ? "POST /problems/{problemId}/notes" : undefined}
            onDone={(reply) => onDone(reply as Problem)}
          />
          <Timeline history={history} telling={telling} />
        </SpaceBetween>
      </Container>
      {editing.isOpen && <ProblemEdit record={problem} editing={editing} />}
    </RecordPage>
  );
};

/** One problem: what is known of its cause, how people live with it, what it costs, and what was done. */
export const ProblemPage = ({ problemId }: { readonly problemId: string }) => {
  const read = useRead("GET /problems/{problemId}", { params: { problemId } });
  if (read.value !== undefined) return <Shown key={problemId} problem={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
