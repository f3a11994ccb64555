import Spinner from "@cloudscape-design/components/spinner";
import { useRead } from "../../api/use-read.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { useKept } from "../service-levels/use-kept.ts";
import { type Settings, settingsBody, typedSettings } from "./settings-form.ts";
import { EndPart, PriorityPart, RecurrencePart } from "./settings-parts.tsx";
import { settingsTexts as texts } from "./settings-texts.ts";

type ShownProps = { readonly settings: Settings; readonly refresh: () => Promise<void> };

const Shown = ({ settings, refresh }: ShownProps) => {
  const { form, page } = useKept({
    record: settings,
    typed: typedSettings(settings),
    save: "PUT /problem-settings",
    refresh,
  });
  return (
    <KeptPage
      title={texts.title}
      lead={texts.lead}
      read={() => settingsBody(form.value)}
      back="/problems"
      {...page}
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
