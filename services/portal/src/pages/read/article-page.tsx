import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect } from "react";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { Markdown } from "../../parts/markdown.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { Helped } from "./helped.tsx";
import { readTexts as texts } from "./texts.ts";

/** An article as its readers see it. That it was opened is told to the API, so that its use is known. */
export const ArticlePage = ({ articleId }: { readonly articleId: string }) => {
  const params = { articleId };
  const { value, problem, refresh } = useRead("GET /articles/{articleId}", { params }, { everyMs: 0 });
  const { run: open } = useCommand("POST /articles/{articleId}/open");
  const isThere = value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each article that is shown
  useEffect(() => {
    if (isThere) void open({ params: { articleId }, body: {} });
  }, [isThere, articleId]);
  if (problem !== undefined) return <ReadProblem problem={problem} onRetry={refresh} />;
  if (value === undefined) return <Spinner size="large" />;
  const shown = value.published ?? value.latest;
  return (
    <RecordPage
      id={value.id}
      title={shown?.title ?? value.id}
      facts={
        <Box color="text-body-secondary">
          {texts.updated} <When at={value.published?.publishedAt} as="day" />
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Container>
          {shown?.summary !== undefined && <Box variant="p">{shown.summary}</Box>}
          <Markdown text={value.text.body} />
        </Container>
        <Helped articleId={value.id} title={shown?.title ?? ""} />
      </SpaceBetween>
    </RecordPage>
  );
};
