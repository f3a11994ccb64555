import Spinner from "@cloudscape-design/components/spinner";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import type { Bound } from "../../parts/form/bound.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";
import { type Settings, settingsBody, type TypedSettings, typedSettings } from "./settings-form.ts";
import { EndPart, PriorityPart, RecurrencePart } from "./settings-parts.tsx";
import { settingsTexts as texts } from "./settings-texts.ts";

type ShownProps = { readonly settings: Settings; readonly refresh: () => Promise<void> };

const Shown = ({ settings, refresh }: ShownProps) => {
  const kept = useKept({ id: settings.id, typed: typedSettings(settings), version: settings.version });
  const { draft, typed, version } = kept;
  const { run, isRunning, problem } = useCommand("PUT /problem-settings", {
    done: texts.saved,
    onDone: () => {
      draft.clear();
      void refresh();
    },
    onRefused: ({ status }) => status === 412 && void refresh(),
  });
  const form: Bound<TypedSettings> = { value: typed, set: kept.change, problem };
  return (
    <KeptPage
      title={texts.title}
      lead={texts.lead}
      read={() => settingsBody(typed)}
      onSave={(body) => void run({ body, version })}
      draft={draft}
      kept={kept}
      back="/problems"
      isRunning={isRunning}
      problem={problem}
    >
      <RecurrencePart form={form} />
      <EndPart form={form} />
      <PriorityPart form={form} />
    </KeptPage>
  );
};

/** What those who answer for problems decide for everybody. */
export const ProblemSettingsPage = () => {
  const read = useRead("GET /problem-settings", {});
  if (read.value !== undefined) return <Shown settings={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
