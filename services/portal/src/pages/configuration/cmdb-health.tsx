import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { filteredBy } from "../../parts/filter/one-filter.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { findingText, configurationTexts as texts } from "./texts.ts";

/** A sweep measures it now and then, so nobody has to look every few seconds. */
const everyMs = 60_000;

/** How good what is known is: how many items nothing is wrong with, and the lists of the others. */
export const CmdbHealth = () => {
  const { value, problem, refresh } = useRead("GET /cmdb-health", {}, { everyMs });
  const findings = Object.entries(value?.total.findings ?? {}).toSorted(([, one], [, other]) => other - one);
  return (
    <Container header={<Header variant="h2">{texts.quality}</Header>}>
      <SpaceBetween size="s">
        <ProblemAlert problem={problem} onRetry={refresh} />
        {value !== undefined &&
          (value.measuredAt === undefined ? (
            <Box color="text-body-secondary">{texts.notMeasured}</Box>
          ) : (
            <>
              <Box>{texts.sound(value.total.sound, value.total.cis)}</Box>
              <ul className="plain">
                {findings.map(([name, count]) => (
                  <li key={name}>
                    <Link href={filteredBy("/cis", { key: "finding", value: name })} onFollow={follow}>
                      {findingText(name)}: {count}
                    </Link>
                  </li>
                ))}
              </ul>
              <Box color="text-body-secondary">
                {texts.measured} <When at={value.measuredAt} as="distance" />
              </Box>
            </>
          ))}
      </SpaceBetween>
    </Container>
  );
};
