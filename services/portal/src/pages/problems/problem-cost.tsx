import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { lostText } from "./candidate.ts";
import type { CostTrendProps } from "./cost-trend.tsx";
import { problemTexts as texts } from "./texts.ts";

/** Charts are half as heavy as the page itself: they come when there is something to draw. */
const CostTrend = lazily<CostTrendProps>(async () => (await import("./cost-trend.tsx")).CostTrend);

const days = 365;

/** What the incidents of a problem have cost, by month, and whether they came again after the fix. */
export const ProblemCost = ({ problemId }: { readonly problemId: string }) => {
  const asked = { params: { problemId }, query: { days, by: "month" as const } };
  const { value, problem, refresh } = useRead("GET /problems/{problemId}/cost", asked, { everyMs: 60_000 });
  const names = texts.columns;
  const { total, trend = [], sinceResolved } = value ?? {};
  return (
    <Container
      header={
        <Header variant="h2" description={texts.costOf(days)}>
          {texts.cost}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <ProblemAlert problem={problem} onRetry={refresh} />
        <KeyValues
          pairs={[
            [names.incidents, total?.incidents],
            [texts.stillOpen, total?.open],
            [names.lost, total && lostText(total)],
            [names.people, total?.people],
            [names.breaches, total?.breaches],
            [
              texts.sinceFix,
              sinceResolved && (
                <StatusIndicator key="since" type={sinceResolved.incidents === 0 ? "success" : "warning"}>
                  {texts.sinceFixText(sinceResolved.incidents)}
                </StatusIndicator>
              ),
            ],
          ]}
        />
        {trend.length > 1 && <CostTrend trend={trend} />}
      </SpaceBetween>
    </Container>
  );
};
