import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { incidentLinkActions, withLinking } from "./incident-link-actions.ts";
import type { Problem } from "./problem-actions.ts";
import { problemTexts as texts } from "./texts.ts";

type Row = {
  readonly id: string;
  readonly state: string;
  readonly title?: string;
  readonly openedAt: string;
};

const columns: readonly Column<Row>[] = [
  {
    id: "title",
    header: texts.columns.title,
    cell: ({ id, title }) => (
      <Link href={`/incidents/${id}`} onFollow={follow}>
        {id} {title ?? ""}
      </Link>
    ),
    text: ({ id, title }) => `${id} ${title ?? ""}`,
    width: 260,
    isRowHeader: true,
  },
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 140,
  },
  {
    id: "opened",
    header: texts.columns.opened,
    cell: ({ openedAt }) => <When at={openedAt} as="distance" />,
    order: ({ openedAt }) => openedAt,
    width: 120,
  },
];

export type ProblemIncidentsProps = {
  readonly problem: Problem;
  readonly isWorker: boolean;
  readonly onDone: (problem: Problem) => void;
  readonly onConflict: () => unknown;
};

type UnlinkProps = Pick<ProblemIncidentsProps, "problem"> & {
  readonly ids: readonly string[];
  readonly onDone: (problem: Problem) => void;
};

const Unlink = ({ problem: { id }, ids, onDone }: UnlinkProps) => {
  const { run, isRunning } = useCommand("POST /problems/{problemId}/incidents/unlink", {
    done: texts.unlinked(ids.length),
    onDone,
  });
  const unlink = (): void => void run({ params: { problemId: id }, body: { incidentIds: ids } });
  return (
    <Button disabled={ids.length === 0} loading={isRunning} onClick={unlink}>
      {texts.unlink}
    </Button>
  );
};

/** The incidents of a problem, the newest first; those who work on it tie more to it, or take some off. */
export const ProblemIncidents = ({ problem, isWorker, onDone, onConflict }: ProblemIncidentsProps) => {
  const params = { problemId: problem.id };
  const pages = usePages("GET /problems/{problemId}/incidents", { params });
  const viewing = useTableView("problem-incidents");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const selected = pages.items.filter(({ id }) => chosen.includes(id));
  const record = withLinking(problem, isWorker);
  const changed = (next: Problem): void => {
    setChosen([]);
    onDone(next);
    void pages.refresh();
  };
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={texts.incidents}
      pages={pages}
      columns={columns}
      viewing={viewing}
      {...(record.actions?.includes("link")
        ? {
            selected,
            onSelect: (rows: readonly Row[]) => setChosen(rows.map(({ id }) => id)),
            nameOf: ({ id, title }: Row) => `${id} ${title ?? ""}`,
            actions: (
              <SpaceBetween direction="horizontal" size="xs">
                <Unlink problem={problem} ids={selected.map(({ id }) => id)} onDone={changed} />
                <RecordActions
                  record={record}
                  actions={incidentLinkActions}
                  onDone={changed}
                  onConflict={onConflict}
                />
              </SpaceBetween>
            ),
          }
        : {})}
      empty={<Empty title={texts.noIncidents} lead={texts.noIncidentsLead} />}
    />
  );
};
