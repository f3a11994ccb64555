import Spinner from "@cloudscape-design/components/spinner";
import type { ComponentType } from "react";
import type { Route } from "../../api/request.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { type Bound, withoutEmpty } from "../../parts/form/bound.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";

type Settings = { readonly id: string; readonly version: number };

type Props<S extends Settings, B extends object> = {
  readonly title: string;
  readonly lead: string;
  readonly read: Route;
  readonly replace: Route;
  readonly typedOf: (settings: S) => B;
  readonly Fields: ComponentType<{ readonly form: Bound<B> }>;
  readonly writers: readonly string[];
};

const Shown = <S extends Settings, B extends object>(
  props: Props<S, B> & { readonly settings: S; readonly refresh: () => Promise<void> },
) => {
  const { settings, refresh, typedOf, Fields } = props;
  const me = useMe();
  const { form, page } = useKept({
    record: settings,
    typed: typedOf(settings),
    save: props.replace as "PUT /change-settings",
    refresh,
  });
  const isReadOnly = !hasRole(me, ...props.writers);
  return (
    <KeptPage
      title={props.title}
      lead={props.lead}
      read={() => withoutEmpty(form.value)}
      back="/change-rules"
      {...page}
      isReadOnly={isReadOnly}
    >
      <fieldset className="section" disabled={isReadOnly}>
        <Fields form={form} />
      </fieldset>
    </KeptPage>
  );
};

/** Settings of which there is one record: written by who may, shown to the others. */
export const SettingsEditor = <S extends Settings, B extends object>(props: Props<S, B>) => {
  const read = useRead(props.read as "GET /change-settings", {}) as unknown as Read<S>;
  if (read.value !== undefined) return <Shown {...props} settings={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
