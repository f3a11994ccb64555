import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTitle } from "../../shell/title.ts";
import { ChangesCard } from "./changes-card.tsx";
import { FlowCard } from "./flow-card.tsx";
import { KnowledgeCard } from "./knowledge-card.tsx";
import { LevelsCard } from "./levels-card.tsx";
import { OpenCard } from "./open-card.tsx";
import { ProblemsCard } from "./problems-card.tsx";
import { RequestsCard } from "./requests-card.tsx";
import { SatisfactionCard } from "./satisfaction-card.tsx";
import { useScope } from "./scope.ts";
import { ScopeBar } from "./scope-bar.tsx";
import { dashboardTexts as texts } from "./texts.ts";
import { TimeCard } from "./time-card.tsx";

const half = { colspan: { default: 12, s: 6 } } as const;
const cards = [
  OpenCard,
  FlowCard,
  LevelsCard,
  TimeCard,
  ChangesCard,
  ProblemsCard,
  KnowledgeCard,
  RequestsCard,
  SatisfactionCard,
] as const;

/** How the work goes, in pictures. */
export const DashboardsPage = () => {
  const scope = useScope();
  useTitle(texts.title);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={texts.lead} actions={<ScopeBar scope={scope} />}>
        {texts.title}
      </Header>
      <Grid gridDefinition={cards.map(() => half)}>
        {cards.map((Each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards are always the same
          <Each key={at} scope={scope} />
        ))}
      </Grid>
    </SpaceBetween>
  );
};
