import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { exactText, lengthText, timeText } from "../../parts/times.ts";
import { inWords } from "../../parts/words.ts";
import { incidentTexts as texts } from "./texts.ts";

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
  if (state === "stopped" || leftMs === undefined) return texts.levelState[state] ?? "";
  return breached || leftMs < 0 ? texts.over(lengthText(leftMs)) : texts.left(lengthText(leftMs));
};

const Level = ({ clock }: { readonly clock: Clock }) => (
  <SpaceBetween size="xxs">
    <ProgressBar
      label={texts.metric[clock.metric] ?? inWords(clock.metric)}
      value={shareOf(clock)}
      status={clock.breached ? "error" : clock.state === "stopped" ? "success" : "in-progress"}
      resultText={leftText(clock)}
      additionalInfo={`${texts.levelState[clock.state] ?? ""} · ${leftText(clock)}${clock.internal ? ` · ${texts.internalLevel}` : ""}`}
      description={clock.dueAt && `${texts.dueAt} ${exactText(clock.dueAt)}`}
    />
    <ExpandableSection headerText={texts.why}>
      <Explanation clock={clock} />
    </ExpandableSection>
  </SpaceBetween>
);

/** The clocks that run for an incident, each with the reckoning behind it. */
export const IncidentLevels = ({ incidentId }: { readonly incidentId: string }) => {
  const read = useRead(
    "GET /incidents/{incidentId}/service-levels",
    { params: { incidentId } },
    { everyMs: 60_000 },
  );
  const clocks = read.value?.serviceLevels ?? [];
  return (
    <Container header={<Header variant="h2">{texts.levelsTitle}</Header>}>
      {clocks.length === 0 && !read.isLoading && <Box>{texts.noLevels}</Box>}
      <SpaceBetween size="s">
        {clocks.map((clock) => (
          <Level key={`${clock.agreementId} ${clock.metric}`} clock={clock} />
        ))}
      </SpaceBetween>
    </Container>
  );
};
