import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";
import { settingsBody, typedSettings } from "./settings-form.ts";
import { MeasuresPart, ProposalsPart, ReviewersPart, ValidityPart, WordsPart } from "./settings-parts.tsx";
import { settingsTexts as texts } from "./settings-texts.ts";

type Shown = { readonly settings: Schemas["KnowledgeSettings"]; readonly refresh: () => Promise<void> };

const Shown = ({ settings, refresh }: Shown) => {
  const { form, page } = useKept({
    record: settings,
    typed: typedSettings(settings),
    save: "PUT /knowledge-settings",
    refresh,
  });
  return (
    <KeptPage
      title={texts.title}
      lead={texts.lead}
      read={() => settingsBody(form.value)}
      back="/articles"
      {...page}
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
