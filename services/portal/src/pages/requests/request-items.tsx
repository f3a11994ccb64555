import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { FileList } from "../../parts/files/file-list.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { useNames } from "../../parts/names/names.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { Levels } from "../../parts/service-levels/service-levels.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { AddTask } from "../../parts/tasks/add-task.tsx";
import { TaskList } from "../../parts/tasks/task-list.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { itemActions } from "./item-actions.ts";
import type { ReviseItemProps } from "./revise-item.tsx";
import { requestTexts as texts } from "./texts.ts";

type Item = Schemas["RequestItem"];

/** Who has not decided yet, of the step that is open. */
const waitsFor = ({ approval, state }: Item, name: (id: string) => string): string | undefined => {
  if (state !== "awaiting_approval") return undefined;
  const open = approval?.steps.find((step) => step.state === "open");
  const voted = new Set(open?.ballots.map(({ seat }) => seat));
  const names = open?.seats
    .filter(({ id }) => !voted.has(id))
    .map(({ personId, role }) => (personId === undefined ? inWords(role ?? "") : name(personId)));
  return names === undefined || names.length === 0 ? undefined : texts.waitsFor(names.join(", "));
};

const ReviseItem = lazily<ReviseItemProps>(async () => (await import("./revise-item.tsx")).ReviseItem);

const Revise = ({ item, read }: { readonly item: Item; readonly read: Read<Item> }) => {
  const [isOpen, setOpen] = useState(false);
  if (item.actions?.includes("revise") !== true) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.revise}</Button>
      {isOpen && (
        <ReviseItem item={item} onDone={read.put} onConflict={read.refresh} onClose={() => setOpen(false)} />
      )}
    </>
  );
};

const ItemCard = ({ itemId }: { readonly itemId: string }) => {
  const name = useNames();
  const isAgent = hasRole(useMe(), "agent");
  const params = { requestItemId: itemId };
  const read = useRead("GET /request-items/{requestItemId}", { params }, { everyMs: 15_000 });
  const { value, problem, refresh } = read;
  if (value === undefined) return <ProblemAlert problem={problem} onRetry={refresh} />;
  const work = { of: "item", record: value, onDone: read.put, onConflict: refresh } as const;
  const waiting = waitsFor(value, (id) => name("person", id));
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`${value.id} · ${texts.quantity} ${value.quantity}`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <AddTask {...work} />
              <Revise item={value} read={read} />
              <RecordActions record={value} actions={itemActions} onDone={read.put} onConflict={refresh} />
            </SpaceBetween>
          }
        >
          {value.name}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="s">
          <StateBadge state={value.state} />
          {waiting !== undefined && <span>{waiting}</span>}
          {value.expectedAt !== undefined && value.endedAt === undefined && (
            <span>
              {texts.expected} <When at={value.expectedAt} as="day" />
            </span>
          )}
        </SpaceBetween>
        {value.reason !== undefined && <p className="words">{value.reason}</p>}
        {value.shown.length > 0 && (
          <KeyValues columns={3} pairs={value.shown.map(({ label, text }) => [label, text] as const)} />
        )}
        {value.tasks.length > 0 && (
          <div>
            <Box variant="h3">{texts.progress}</Box>
            <TaskList {...work} />
          </div>
        )}
        {(value.attachments ?? []).length > 0 && (
          <FileList
            home={{ path: "/request-items/{requestItemId}", id: value.id }}
            files={value.attachments ?? []}
            isWorker={isAgent}
          />
        )}
        {(value.serviceLevels ?? []).length > 0 && (
          <Levels
            route="GET /request-items/{requestItemId}/service-levels"
            id={value.id}
            version={value.version}
          />
        )}
      </SpaceBetween>
    </Container>
  );
};

/** The things of an order, each with its answers, its approvals and its tasks. */
export const RequestItems = ({ requestId }: { readonly requestId: string }) => {
  const pages = usePages("GET /request-items", { query: { requestId, limit: 100 } });
  return (
    <SpaceBetween size="m">
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
      {pages.items.map(({ id }) => (
        <ItemCard key={id} itemId={id} />
      ))}
    </SpaceBetween>
  );
};
