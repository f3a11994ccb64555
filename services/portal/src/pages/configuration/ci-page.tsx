import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { CiCost } from "../problems/ci-cost.tsx";
import { ciActions } from "./ci-actions.ts";
import { CiFacts } from "./ci-facts.tsx";
import { CiHealthCard } from "./ci-health.tsx";
import { CiRelations } from "./ci-relations.tsx";
import { CiWork } from "./ci-work.tsx";
import type { DependencyMapProps } from "./dependency-map.tsx";
import { HealthBadge } from "./health-badge.tsx";
import { configurationTexts as texts } from "./texts.ts";
import { useKeeping } from "./use-keeping.tsx";

const DependencyMap = lazily<DependencyMapProps>(
  async () => (await import("./dependency-map.tsx")).DependencyMap,
);

type Page = Schemas["CiPage"];
type Value = Page["attributes"][number];

const valueText = ({ value, unit }: Value): string | undefined => {
  if (value === undefined) return undefined;
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return unit === undefined ? text : `${text} ${unit}`;
};

const Attributes = ({ attributes }: Pick<Page, "attributes">) => (
  <Container header={<Header variant="h2">{texts.attributes}</Header>}>
    {attributes.length === 0 ? (
      <Box color="text-body-secondary">{texts.noAttributes}</Box>
    ) : (
      <KeyValues columns={3} pairs={attributes.map((each) => [each.label ?? each.name, valueText(each)])} />
    )}
  </Container>
);

/** What it is related to: the map is asked for anew when that is otherwise. */
const tiesOf = ({ from, to }: Page): string => [...from, ...to].map(({ id }) => id).join(" ");

const Shown = ({ page, read }: { readonly page: Page; readonly read: Read<Page> }) => {
  const { ci } = page;
  const refresh = (): void => void read.refresh();
  const keeping = useKeeping(ci, refresh);
  const last = {
    items: page.history,
    isLoading: false,
    hasMore: false,
    problem: undefined,
    more: read.refresh,
    refresh: read.refresh,
  };
  return (
    <SpaceBetween size="m">
      <RecordPage
        id={ci.id}
        title={ci.name}
        state={ci.state}
        stateText={texts.states[ci.state] ?? ci.state}
        facts={<HealthBadge level={page.health.level} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {keeping.button}
            <RecordActions record={ci} actions={ciActions} onDone={refresh} onConflict={read.refresh} />
          </SpaceBetween>
        }
        alert={<ChangedElsewhere read={read} />}
        side={
          <SpaceBetween size="m">
            <CiHealthCard health={page.health} />
            <CiWork page={page} />
            <CiCost ciId={ci.id} />
          </SpaceBetween>
        }
      >
        {ci.description !== undefined && (
          <Container header={<Header variant="h2">{texts.description}</Header>}>
            <p className="words">{ci.description}</p>
          </Container>
        )}
        <CiFacts ci={ci} />
        <Attributes attributes={page.attributes} />
        <CiRelations page={page} mayWrite={keeping.mayWrite} onDone={refresh} />
      </RecordPage>
      {keeping.dialogs}
      <DependencyMap key={tiesOf(page)} ci={ci} />
      <Container header={<Header variant="h2">{texts.history}</Header>}>
        <Timeline history={last} telling={{ hidden: ["classPath", "origins", "sources"] }} />
      </Container>
    </SpaceBetween>
  );
};

/** Looking for changes walks the graph for its health, so not every few seconds. */
const everyMs = 30_000;

/** One configuration item: what it is, what it needs and serves, how it is doing, and what is done about it. */
export const CiPage = ({ ciId }: { readonly ciId: string }) => {
  const read = useRead("GET /cis/{ciId}/page", { params: { ciId } }, { everyMs });
  if (read.value !== undefined) return <Shown key={ciId} page={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
