import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useRead } from "../../api/use-read.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { readTexts as texts } from "./texts.ts";

/** A known error as people meet it who have it: what they see, and what helps until it is mended. */
export const KnownErrorPage = ({ problemId }: { readonly problemId: string }) => {
  const { value, problem, refresh } = useRead("GET /known-errors/{problemId}", { params: { problemId } });
  if (problem !== undefined) return <ReadProblem problem={problem} onRetry={refresh} />;
  if (value === undefined) return <Spinner size="large" />;
  return (
    <RecordPage
      id={value.problemId}
      title={value.title}
      facts={
        <Box color="text-body-secondary">
          {texts.updated} <When at={value.publishedAt} as="day" />
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Container header={<Header variant="h2">{texts.symptoms}</Header>}>
          <p className="words">{value.symptom}</p>
        </Container>
        <Container header={<Header variant="h2">{texts.workaround}</Header>}>
          <p className="words">{value.workaround ?? texts.noWorkaround}</p>
        </Container>
        <Button href={`/report?title=${encodeURIComponent(value.title)}`} onFollow={follow}>
          {texts.report}
        </Button>
      </SpaceBetween>
    </RecordPage>
  );
};
