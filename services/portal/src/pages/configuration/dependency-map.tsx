import "./map.css";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useMemo, useState } from "react";
import { Graph } from "../../parts/graph/graph.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { MapControls } from "./map-controls.tsx";
import { MapList, type MapListProps } from "./map-list.tsx";
import { type Answers, edgesOf, type Failing, nodesOf, undrawn } from "./map-model.ts";
import { mapTexts as texts } from "./map-texts.ts";
import { PastCi } from "./past-ci.tsx";
import { useClassName } from "./use-classes.ts";
import { type MapView, useMap } from "./use-map.ts";

export type DependencyMapProps = { readonly ci: Failing };

type Also = { readonly also: readonly Failing[]; readonly onChange: (also: readonly Failing[]) => void };

const AlsoFailing = ({ also, onChange }: Also) =>
  also.length === 0 ? null : (
    <div>
      <Box variant="h3">{texts.failTogether}</Box>
      <TokenGroup
        items={also.map(({ id, name }) => ({
          label: name,
          description: id,
          dismissLabel: texts.remove(name),
        }))}
        onDismiss={({ detail }) => onChange(also.filter((_, at) => at !== detail.itemIndex))}
      />
    </div>
  );

const Summary = ({ answers: { suffers } }: { readonly answers: Answers }) => (
  <div aria-live="polite">
    {suffers !== undefined && (
      <Box>
        {texts.summary(suffers.ciIds.length, suffers.impactedCount, suffers.serviceCount)}
        {suffers.services.length > 0 && ` ${suffers.services.map(({ name }) => name).join(", ")}.`}
      </Box>
    )}
    {suffers?.unknownCiIds !== undefined && <Box>{texts.unknown(suffers.unknownCiIds.join(", "))}</Box>}
  </div>
);

type Shown = Pick<ReturnType<typeof useMap>, "answers" | "levels"> & {
  readonly failing: readonly Failing[];
};

const Picture = ({ failing, answers, levels }: Shown) => {
  const className = useClassName();
  const nodes = useMemo(
    () => nodesOf({ failing, answers, levels, className }),
    [failing, answers, levels, className],
  );
  const edges = useMemo(() => edgesOf(answers), [answers]);
  return <Graph nodes={nodes} edges={edges} label={texts.label(failing[0]?.name ?? "")} height={540} />;
};

const Lists = ({ answers, ...rest }: Omit<Shown, "failing"> & Pick<MapListProps, "onAdd">) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard, too
  <section className="map-list" aria-label={texts.list} tabIndex={0}>
    <SpaceBetween size="m">
      {answers.suffers && (
        <MapList title={texts.suffers} none={texts.noneSuffers} answer={answers.suffers} {...rest} />
      )}
      {answers.needed && (
        <MapList title={texts.needed} none={texts.noneNeeded} answer={answers.needed} {...rest} />
      )}
    </SpaceBetween>
  </section>
);

/** What an item needs and what suffers with it: as a picture, and as a list that says the same. */
export const DependencyMap = ({ ci: { id, name, classId } }: DependencyMapProps) => {
  const [view, setView] = useState<MapView>({ way: "both", depth: 3, day: "" });
  const [also, setAlso] = useState<readonly Failing[]>([]);
  const failing = useMemo(() => [{ id, name, classId }, ...also], [id, name, classId, also]);
  const map = useMap(failing, view);
  const { answers, levels } = map;
  const add = (one: Failing): void => {
    if (!failing.some((each) => each.id === one.id)) setAlso([...also, one]);
  };
  const left = undrawn(answers);
  return (
    <Container
      header={
        <Header variant="h2" description={texts.lead}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <MapControls view={view} onView={setView} onAdd={add} />
        <AlsoFailing also={also} onChange={setAlso} />
        {map.at !== undefined && <PastCi ciId={id} at={map.at} />}
        <Summary answers={answers} />
        <ProblemAlert problem={map.problem} onRetry={map.refresh} />
        {map.isLoading ? (
          <Spinner size="large" />
        ) : (
          <Grid gridDefinition={[{ colspan: { default: 12, m: 8 } }, { colspan: { default: 12, m: 4 } }]}>
            <SpaceBetween size="xs">
              <Picture key={map.name} failing={failing} answers={answers} levels={levels} />
              <Box color="text-body-secondary">{map.at !== undefined ? texts.past : texts.legend}</Box>
              {map.isCut && <Box>{texts.mayBeWorse}</Box>}
              {left > 0 && <Box>{texts.undrawn(left)}</Box>}
            </SpaceBetween>
            <Lists answers={answers} levels={levels} onAdd={add} />
          </Grid>
        )}
      </SpaceBetween>
    </Container>
  );
};
