import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import type { Bound } from "../../parts/form/bound.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";
import { settingsBody, type TypedSettings, typedSettings } from "./settings-form.ts";
import { MeasuresPart, ProposalsPart, ReviewersPart, ValidityPart, WordsPart } from "./settings-parts.tsx";
import { settingsTexts as texts } from "./settings-texts.ts";

type Shown = { readonly settings: Schemas["KnowledgeSettings"]; readonly refresh: () => Promise<void> };

const Shown = ({ settings, refresh }: Shown) => {
  const kept = useKept({ id: settings.id, typed: typedSettings(settings), version: settings.version });
  const { draft, typed, version } = kept;
  const { run, isRunning, problem } = useCommand("PUT /knowledge-settings", {
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
      back="/articles"
      isRunning={isRunning}
      problem={problem}
    >
      <ReviewersPart form={form} />
      <ValidityPart form={form} />
      <WordsPart form={form} />
      <ProposalsPart form={form} />
      <MeasuresPart form={form} />
    </KeptPage>
  );
};

/** What those who manage knowledge decide for everybody. */
export const KnowledgeSettingsPage = () => {
  const read = useRead("GET /knowledge-settings", {});
  if (read.value !== undefined) return <Shown settings={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
