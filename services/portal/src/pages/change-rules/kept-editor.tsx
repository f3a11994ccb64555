import Spinner from "@cloudscape-design/components/spinner";
import { useCommand } from "../../api/use-command.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { goTo } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";
import { bodyFrom, type KeptKind, type KeptRecord, routesOf } from "./kept-kind.ts";
import { ruleTexts as texts } from "./texts.ts";

type Props<R extends KeptRecord, B extends object> = { readonly kind: KeptKind<R, B> };

const usualActions = <R extends KeptRecord>(
  step: ReturnType<typeof routesOf>["step"],
): readonly Action<R>[] => [
  { action: "retire", text: texts.retire, route: step("retire") },
  { action: "restore", text: texts.restore, route: step("restore") },
];

/** A new one of a kind. */
export const NewKept = <R extends KeptRecord, B extends object>({ kind }: Props<R, B>) => {
  const draft = useDraft<B>(`${kind.address}.new`, kind.empty());
  const { run, isRunning, problem } = useCommand(routesOf(kind).create, {
    done: texts.saved,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`${kind.address}/${id}`);
    },
  });
  return (
    <KeptPage
      title={kind.texts.new}
      lead={kind.texts.lead}
      read={() => bodyFrom(kind, draft.value)}
      onSave={(body) => void run({ body } as never)}
      draft={draft}
      back={kind.address}
      isRunning={isRunning}
      problem={problem}
    >
      <kind.Fields form={{ value: draft.value, set: draft.set, problem }} />
    </KeptPage>
  );
};

type Shown<R extends KeptRecord, B extends object> = Props<R, B> & {
  readonly record: R;
  readonly read: Read<R>;
};

const Shown = <R extends KeptRecord, B extends object>({ kind, record, read }: Shown<R, B>) => {
  const { param, withMore, isOpen, Fields, More } = kind;
  const routes = routesOf(kind);
  const me = useMe();
  useTitle(record.name);
  const { form, page } = useKept({
    record,
    typed: kind.typedOf(record),
    save: routes.replace,
    params: { [param]: record.id },
    refresh: read.refresh,
  });
  const isReadOnly = !hasRole(me, ...kind.writers) || isOpen?.(record) === false;
  const typed = isReadOnly ? kind.typedOf(record) : form.value;
  return (
    <KeptPage
      title={record.name}
      lead={kind.texts.lead}
      read={() => bodyFrom(kind, typed) as never}
      back={kind.address}
      {...page}
      isReadOnly={isReadOnly}
      more={
        <RecordActions
          record={withMore?.(record, me) ?? record}
          actions={kind.actions ?? usualActions(routes.step)}
          onDone={() => void read.refresh()}
          onConflict={read.refresh}
        />
      }
    >
      <fieldset className="section" disabled={isReadOnly}>
        <Fields form={{ ...form, value: typed }} />
      </fieldset>
      {More !== undefined && <More record={record} />}
    </KeptPage>
  );
};

/** One of a kind: written by who may, together with others; shown to who may not. */
export const KeptEditor = <R extends KeptRecord, B extends object>({
  kind,
  id,
}: Props<R, B> & { readonly id: string }) => {
  const asked = { params: { [kind.param]: id } };
  const read = useRead(routesOf(kind).read, asked as never) as unknown as Read<R>;
  if (read.value !== undefined) return <Shown key={id} kind={kind} record={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
