import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Change } from "./change-actions.ts";
import { Risk } from "./risk.tsx";
import { changeTexts as texts } from "./texts.ts";
import { workTexts } from "./work-texts.ts";

/** The risk with every reason, the chance of success, and what depends on what is changed. */
export const ChangeRisk = ({ change }: { readonly change: Change }) => {
  const { risk, riskReasons = [], riskMissing = [], chance, impacted } = change;
  return (
    <Container header={<Header variant="h2">{texts.riskTitle}</Header>}>
      <SpaceBetween size="xs">
        {risk === undefined && <Box>{texts.noRisk}</Box>}
        {riskReasons.map((reason) => (
          <SpaceBetween key={`${reason.source} ${reason.text}`} direction="horizontal" size="xs">
            <Risk risk={reason.risk} />
            <span>{reason.text}</span>
          </SpaceBetween>
        ))}
        {riskMissing.map((what) => (
          <Box key={what} color="text-status-warning">
            {workTexts.missing[what] ?? what}
          </Box>
        ))}
        {chance !== undefined && <Box>{texts.chance(chance.percent)}</Box>}
        {impacted !== undefined && (
          <Box>
            {texts.impacted(impacted.serviceCount, impacted.impactedCount)}{" "}
            {impacted.services.map(({ name }) => name).join(", ")}
          </Box>
        )}
        {(impacted?.unknownCis ?? 0) > 0 && <Box>{workTexts.unknownCis(impacted?.unknownCis ?? 0)}</Box>}
      </SpaceBetween>
    </Container>
  );
};
