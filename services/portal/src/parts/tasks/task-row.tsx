import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { Due } from "../due.tsx";
import { PersonName, TeamName } from "../names/named.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { inWords } from "../words.ts";
import { isOpenTask, type Task } from "./task.ts";
import { shortId } from "./task-actions.ts";
import { taskTexts as texts } from "./texts.ts";

const Owner = ({ task: { teamId, assigneeId } }: { readonly task: Task }) => {
  if (teamId === undefined && assigneeId === undefined) return <span>{texts.unassigned}</span>;
  return (
    <span>
      {assigneeId !== undefined && <PersonName id={assigneeId} />}
      {assigneeId !== undefined && teamId !== undefined && ", "}
      {teamId !== undefined && <TeamName id={teamId} />}
    </span>
  );
};

const Times = ({ task }: { readonly task: Task }) => {
  const { dueAt, plannedStart, plannedEnd, endedAt, tryAt } = task;
  if (endedAt !== undefined) return <When at={endedAt} as="distance" />;
  return (
    <>
      {dueAt !== undefined && isOpenTask(task) && (
        <span>
          {texts.due} <Due at={dueAt} />
        </span>
      )}
      {plannedStart !== undefined && (
        <span>
          {texts.planned} <When at={plannedStart} />
          {plannedEnd !== undefined && (
            <>
              {" – "}
              <When at={plannedEnd} />
            </>
          )}
        </span>
      )}
      {tryAt !== undefined && (
        <span>
          {texts.triesAgain} <When at={tryAt} as="distance" />
        </span>
      )}
    </>
  );
};

const kindText = ({ kind, does }: Task): string | undefined => {
  if (does !== undefined) return texts.byItself;
  return kind === undefined || kind === "manual" ? undefined : inWords(kind);
};

type Props = { readonly task: Task; readonly buttons: ReactNode };

/** One task: what it is, how far, whose, and what stands in its way. */
export const TaskRow = ({ task, buttons }: Props) => {
  const before = task.dependsOn ?? task.after ?? [];
  return (
    <li>
      <div className="task-head">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <StateBadge state={task.state} />
          <b>{task.title}</b>
        </SpaceBetween>
        {buttons}
      </div>
      <Box color="text-body-secondary">
        <div className="task-about">
          <span>{shortId(task.id)}</span>
          <Owner task={task} />
          <Times task={task} />
          {kindText(task) !== undefined && <span>{kindText(task)}</span>}
          {before.length > 0 && <span>{texts.isAfter(before.map(shortId).join(", "))}</span>}
        </div>
      </Box>
      {task.stuckSince !== undefined && isOpenTask(task) && (
        <Box color="text-status-warning">{texts.stuck}</Box>
      )}
      {task.failure !== undefined && <Box color="text-status-error">{texts.failed(task.failure)}</Box>}
      {task.description !== undefined && <p className="words">{task.description}</p>}
      {task.outcome !== undefined && <p className="words">{task.outcome}</p>}
    </li>
  );
};
