import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Route } from "../../api/request.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { parameterOf } from "../record/action.ts";
import { exactText, lengthText, timeText } from "../times.ts";
import { inWords } from "../words.ts";
import { levelTexts as texts } from "./level-texts.ts";

type Clock = Schemas["ExplainedClock"];

const targetText = ({ target: { amount, unit } }: Clock): string => `${amount} ${texts.unit[unit] ?? unit}`;

const segmentText = ({ kind, holiday }: Clock["segments"][number]): string =>
  kind === "closed" && holiday !== undefined
    ? texts.holiday(holiday)
    : (texts.segment[kind] ?? inWords(kind));

const Explanation = ({ clock }: { readonly clock: Clock }) => (
  <SpaceBetween size="xs">
    <Box>
      {texts.promised(targetText(clock), clock.agreementName)}{" "}
      {clock.calendar && texts.counted(clock.calendar.name, clock.calendar.timeZone)}{" "}
      {texts.used(lengthText(clock.usedMs))}
    </Box>
    <ol className="changes">
      {clock.segments.map((segment) => (
        <li key={`${segment.from} ${segment.kind}`}>
          {timeText(segment.from)}
          {segment.to === undefined ? " –" : ` – ${timeText(segment.to)}`}: {segmentText(segment)}
          {segment.workingMs > 0 && ` (${lengthText(segment.workingMs)})`}
        </li>
      ))}
    </ol>
  </SpaceBetween>
);

const shareOf = ({ usedMs, targetMs }: Clock): number =>
  targetMs === undefined || targetMs === 0 ? 0 : Math.min(100, Math.round((usedMs / targetMs) * 100));

const leftText = ({ leftMs, breached, state }: Clock): string => {
  if (state === "stopped" || leftMs === undefined) return texts.state[state] ?? "";
  return breached || leftMs < 0 ? texts.over(lengthText(leftMs)) : texts.left(lengthText(leftMs));
};

const Level = ({ clock }: { readonly clock: Clock }) => (
  <SpaceBetween size="xxs">
    <ProgressBar
      label={texts.metric[clock.metric] ?? inWords(clock.metric)}
      value={shareOf(clock)}
      status={clock.breached ? "error" : clock.state === "stopped" ? "success" : "in-progress"}
      resultText={leftText(clock)}
      additionalInfo={`${texts.state[clock.state] ?? ""} · ${leftText(clock)}${clock.internal ? ` · ${texts.internal}` : ""}`}
      description={clock.dueAt && `${texts.dueAt} ${exactText(clock.dueAt)}`}
    />
    <ExpandableSection headerText={texts.why}>
      <Explanation clock={clock} />
    </ExpandableSection>
  </SpaceBetween>
);

/** Whatever explains the clocks of its records. */
type LevelsRoute = Extract<Route, `GET /${string}}/service-levels`>;

type Props = {
  /** Such as `GET /incidents/{incidentId}/service-levels`. */
  readonly route: LevelsRoute;
  readonly id: string;
  /** Version of the record: another one may have another clock. */
  readonly version: number;
};

type Explained = { readonly serviceLevels: readonly Clock[] };
type AnyRead = (route: string, asked: object, options: { readonly everyMs: number }) => Read<Explained>;

/** Reads the clocks anew as time goes by, and at once when the record is another one. */
const useLevels = ({ route, id, version }: Props): Read<Explained> => {
  const params = { [parameterOf(route)]: id };
  const read = (useRead as unknown as AnyRead)(route, { params }, { everyMs: 60_000 });
  const { refresh } = read;
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    if (seen === version) return;
    setSeen(version);
    void refresh();
  }, [seen, version, refresh]);
  return read;
};

/** The clocks that run for a record, each with the reckoning behind it: for a place that has a frame of its own. */
export const Levels = (props: Props) => {
  const read = useLevels(props);
  const clocks = read.value?.serviceLevels ?? [];
  return (
    <SpaceBetween size="s">
      <ProblemAlert problem={read.problem} onRetry={read.refresh} />
      {read.value !== undefined && clocks.length === 0 && <Box>{texts.none}</Box>}
      {clocks.map((clock) => (
        <Level key={`${clock.agreementId} ${clock.metric}`} clock={clock} />
      ))}
    </SpaceBetween>
  );
};

/** The same in a frame, for the side of a record's page. */
export const ServiceLevels = (props: Props) => (
  <Container header={<Header variant="h2">{texts.title}</Header>}>
    <Levels {...props} />
  </Container>
);
