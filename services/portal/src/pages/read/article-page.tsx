import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect } from "react";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { AttachmentLinks } from "../../parts/attachment-links.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { foundBy } from "./found-by.ts";
import { Helped } from "./helped.tsx";
import { Languages } from "./languages.tsx";
import { readTexts as texts } from "./texts.ts";

/**
 * An article as its readers see it. That it was opened out of what was found or suggested is told to the API, so that it
 * is known whether it spared a ticket.
 */
export const ArticlePage = ({ articleId }: { readonly articleId: string }) => {
  const params = { articleId };
  const { value, problem, refresh } = useRead("GET /articles/{articleId}", { params }, { everyMs: 0 });
  const { run: open } = useCommand("POST /articles/{articleId}/open");
  const isThere = value !== undefined;
  const wasFound = new URLSearchParams(useSearch()).has(foundBy);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each article that is shown
  useEffect(() => {
    if (isThere && wasFound) void open({ params: { articleId }, body: {} });
  }, [isThere, wasFound, articleId]);
  if (problem !== undefined) return <ReadProblem problem={problem} onRetry={refresh} />;
  if (value === undefined) return <Spinner size="large" />;
  const shown = value.published ?? value.latest;
  const { attachments } = value.text;
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
          <Languages
            articleId={value.id}
            language={shown?.language ?? ""}
            translationOf={value.translationOf}
          />
          {shown?.summary !== undefined && <Box variant="p">{shown.summary}</Box>}
          <div lang={shown?.language}>
            <Markdown text={value.text.body} />
          </div>
        </Container>
        {attachments.length > 0 && (
          <Container header={<Header variant="h2">{texts.attachments}</Header>}>
            <AttachmentLinks attachments={attachments} />
          </Container>
        )}
        <Helped articleId={value.id} title={shown?.title ?? ""} />
      </SpaceBetween>
    </RecordPage>
  );
};
