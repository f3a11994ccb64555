import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { type Read, useRead } from "../../api/use-read.ts";
import { AttachmentLinks } from "../../parts/attachment-links.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { follow } from "../../shell/follow.ts";
import { type Article, articleActions, withCare } from "./article-actions.ts";
import { ArticleComments } from "./article-comments.tsx";
import { ArticleSide } from "./article-side.tsx";
import { articleTexts as texts } from "./texts.ts";
import { VersionCompare } from "./version-compare.tsx";

type Props = { readonly article: Article; readonly read: Read<Article> };

const Notices = ({ article }: Pick<Props, "article">) => (
  <>
    {article.returned !== undefined && (
      <Alert type="warning" header={texts.returned}>
        {article.returned}
      </Alert>
    )}
    {article.hiddenAt !== undefined && <Alert type="warning">{texts.expired}</Alert>}
    {article.latest !== undefined && article.latest.number !== article.published?.number && (
      <Alert type="info">{texts.notPublished}</Alert>
    )}
  </>
);

const Shown = ({ article, read }: Props) => {
  const head = article.latest ?? article.published ?? article.withdrawn;
  const onDone = (): void => void read.refresh();
  return (
    <RecordPage
      id={article.id}
      title={head?.title ?? article.id}
      state={article.state}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {article.actions?.includes("edit") && (
            <Button href={`/articles/${article.id}/edit`} onFollow={follow}>
              {texts.edit}
            </Button>
          )}
          <RecordActions
            record={withCare(article)}
            actions={articleActions}
            onDone={onDone}
            onConflict={read.refresh}
          />
        </SpaceBetween>
      }
      alert={<ChangedElsewhere read={read} />}
      side={<ArticleSide article={article} />}
    >
      <Notices article={article} />
      <Container header={<Header variant="h2">{texts.version(article.text.number)}</Header>}>
        <Markdown text={article.text.body} />
        <AttachmentLinks attachments={article.text.attachments} />
      </Container>
      {article.latest !== undefined && <VersionCompare article={article} onDone={onDone} />}
      {article.latest !== undefined && <ArticleComments articleId={article.id} />}
    </RecordPage>
  );
};

/** One article as those see it who work on it: its text, its versions, its review. */
export const ArticlePage = ({ articleId }: { readonly articleId: string }) => {
  const read = useRead("GET /articles/{articleId}", { params: { articleId } });
  if (read.value !== undefined) return <Shown key={articleId} article={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
