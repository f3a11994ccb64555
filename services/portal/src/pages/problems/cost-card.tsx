import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReplyOf } from "../../api/request.ts";
import type { Read } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { lostText } from "./candidate.ts";
import type { CostTrendProps } from "./cost-trend.tsx";
import { problemTexts as texts } from "./texts.ts";

type Cost = Omit<ReplyOf<"GET /problems/{problemId}/cost">, "sinceResolved"> &
  Pick<Partial<ReplyOf<"GET /problems/{problemId}/cost">>, "sinceResolved">;

type Props = { readonly read: Read<Cost>; readonly title: string; readonly days: number };

/** Charts are half as heavy as the page itself: they come when there is something to draw. */
const CostTrend = lazily<CostTrendProps>(async () => (await import("./cost-trend.tsx")).CostTrend);

/** What incidents have cost, by month, and whether they came again after a fix. */
export const CostCard = ({ read: { value, problem, refresh }, title, days }: Props) => {
  const names = texts.columns;
  const { total, trend = [], sinceResolved } = value ?? {};
  const facts = [
    [names.incidents, total?.incidents],
    [texts.stillOpen, total?.open],
    [names.lost, total && lostText(total)],
    [names.people, total?.people],
    [names.breaches, total?.breaches],
  ] as const;
  const since = sinceResolved && (
    <StatusIndicator key="since" type={sinceResolved.incidents === 0 ? "success" : "warning"}>
      {texts.sinceFixText(sinceResolved.incidents)}
    </StatusIndicator>
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.costOf(days)}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <ProblemAlert problem={problem} onRetry={refresh} />
        <KeyValues pairs={since === undefined ? facts : [...facts, [texts.sinceFix, since]]} />
        {trend.length > 1 && <CostTrend trend={trend} />}
      </SpaceBetween>
    </Container>
  );
};
