import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { usePages } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import { ActionDialog } from "../../parts/record/action-dialog.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { articleTexts as texts } from "./texts.ts";
import { translateAddress } from "./translation.ts";

type Row = Schemas["ListedKnowledgeTask"];
type Ending = { readonly task: Row; readonly how: "complete" | "dismiss" };

const whatOf = ({ kind, language, record, reason }: Row): string => {
  if (reason === "validity") return texts.ending;
  if (language !== undefined) return texts.translate(language);
  return kind === "flag" ? texts.flagged : texts.improve(record?.id);
};

const columns = (end: (ending: Ending) => void): readonly Column<Row>[] => [
  {
    id: "text",
    header: texts.columns.text,
    cell: (task) => (
      <>
        <Link href={`/articles/${task.articleId}`} onFollow={follow}>
          {task.articleId}
        </Link>{" "}
        {whatOf(task)}{" "}
        {task.language !== undefined && (
          <Link href={translateAddress(task.articleId, task.language)} onFollow={follow}>
            {texts.toTranslation}
          </Link>
        )}
      </>
    ),
    text: (task) => `${task.articleId} ${whatOf(task)}`,
    width: 420,
    isRowHeader: true,
  },
  personColumn("owner", texts.columns.owner, ({ ownerId }) => ownerId),
  {
    id: "asked",
    header: texts.columns.asked,
    cell: ({ createdAt }) => <When at={createdAt} as="distance" />,
    order: ({ createdAt }) => createdAt,
    width: 120,
  },
  {
    id: "end",
    header: texts.complete,
    cell: (task) => (
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="inline-link"
          ariaLabel={`${texts.complete} ${task.id}`}
          onClick={() => end({ task, how: "complete" })}
        >
          {texts.complete}
        </Button>
        <Button
          variant="inline-link"
          ariaLabel={`${texts.dismiss} ${task.id}`}
          onClick={() => end({ task, how: "dismiss" })}
        >
          {texts.dismiss}
        </Button>
      </SpaceBetween>
    ),
    width: 160,
  },
];

const outcome = [{ name: "outcome", label: texts.outcome, kind: "paragraph" }] as const;

type Ended = { readonly ending: Ending; readonly onDone: () => void; readonly onClose: () => void };

/** Asks what came of a task; what it is about is read first, lists do not have it. */
const EndTask = ({ ending: { task, how }, onDone, onClose }: Ended) => {
  const params = { taskId: task.id };
  const { value } = useRead("GET /knowledge-tasks/{taskId}", { params }, { everyMs: 0 });
  const complete = useCommand("POST /knowledge-tasks/{taskId}/complete", { onDone });
  const dismiss = useCommand("POST /knowledge-tasks/{taskId}/dismiss", { onDone });
  const isDone = how === "complete";
  const submit = async (body: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const ended = isDone ? complete.run({ params, body }) : dismiss.run({ params, body });
    return (await ended) !== undefined;
  };
  return (
    <ActionDialog
      title={isDone ? texts.complete : texts.dismiss}
      lead={value?.text}
      fields={outcome}
      draft={`${task.id}.${how}`}
      problem={complete.problem ?? dismiss.problem}
      isRunning={complete.isRunning || dismiss.isRunning}
      onSubmit={submit}
      onClose={onClose}
    />
  );
};

/** What readers and reuse ask of articles: one's own, or all for who manages knowledge. */
export const TaskList = () => {
  const me = useMe();
  const query = hasRole(me, "knowledge-manager")
    ? { state: "open" as const }
    : { state: "open" as const, ownerId: me.id };
  const pages = usePages("GET /knowledge-tasks", { query });
  const viewing = useTableView("knowledge-tasks");
  const [ending, setEnding] = useState<Ending>();
  const close = (): void => setEnding(undefined);
  return (
    <>
      <RecordTable<Row>
        variant="container"
        headingTag="h2"
        title={texts.tasks}
        description={texts.tasksLead}
        pages={pages}
        columns={columns(setEnding)}
        viewing={viewing}
        empty={<Empty title={texts.noTasks} />}
      />
      {ending !== undefined && (
        <EndTask
          ending={ending}
          onDone={() => {
            close();
            void pages.refresh();
          }}
          onClose={close}
        />
      )}
    </>
  );
};
