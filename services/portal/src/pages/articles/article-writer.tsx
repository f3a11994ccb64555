import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { useSearch } from "wouter";
import type { ApiProblem } from "../../api/problem.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { ProblemAlert, ReadProblem } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import type { Article } from "./article-actions.ts";
import { begunContent, type Content, contentOf, toSend, translationContent } from "./article-content.ts";
import { ArticleForm } from "./article-form.tsx";
import { articleTexts as texts } from "./texts.ts";
import { translationIn } from "./translation.ts";

type Frame = {
  readonly title: string;
  readonly content: Content;
  readonly onChange: (content: Content) => void;
  readonly isRunning: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Somebody else saved meanwhile; called once the writer has looked. */
  readonly onLooked?: (() => void) | undefined;
};

const Writer = ({ title, onSave, onCancel, isRunning, onLooked, ...form }: Frame) => (
  <SpaceBetween size="m">
    <Header
      variant="h1"
      description={texts.keptHere}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={onCancel}>
            {texts.cancel}
          </Button>
          <Button variant="primary" loading={isRunning} onClick={onSave}>
            {texts.save}
          </Button>
        </SpaceBetween>
      }
    >
      {title}
    </Header>
    {onLooked === undefined ? (
      <ProblemAlert problem={form.problem} />
    ) : (
      <Alert type="warning" action={<Button onClick={onLooked}>{texts.looked}</Button>}>
        {texts.conflict}
      </Alert>
    )}
    <ArticleForm {...form} />
    <Box />
  </SpaceBetween>
);

type Begun = {
  readonly title: string;
  readonly initial: Content;
  /** Names the draft. */
  readonly name: string;
  readonly translationOf?: string;
};

const Begin = ({ title, initial, name, translationOf }: Begun) => {
  const draft = useDraft<Content>(name, initial);
  const { run, isRunning, problem } = useCommand("POST /articles", {
    done: texts.saved,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/articles/${id}`);
    },
  });
  const of = translationOf === undefined ? {} : { translationOf };
  return (
    <Writer
      title={title}
      content={draft.value}
      onChange={draft.set}
      isRunning={isRunning}
      problem={problem}
      onSave={() => void run({ body: { ...toSend(draft.value), ...of } })}
      onCancel={() => {
        draft.clear();
        goTo(translationOf === undefined ? "/articles" : `/articles/${translationOf}`);
      }}
    />
  );
};

type Translated = { readonly originalId: string; readonly language: string };

/** A translation that is there already is gone on with: it is found by its language. */
const useThere = ({ originalId, language }: Translated) => {
  const asked = { query: { translationOf: originalId, limit: 50 } };
  const { value, problem, refresh } = useRead("GET /articles", asked, { everyMs: 0 });
  const there = value?.items.find(({ latest, published }) => (latest ?? published)?.language === language);
  return { isKnown: value !== undefined, there, problem, refresh };
};

const BeginTranslation = ({ originalId, language }: Translated) => {
  const params = { articleId: originalId };
  const original = useRead("GET /articles/{articleId}", { params }, { everyMs: 0 });
  const { isKnown, there, ...others } = useThere({ originalId, language });
  const thereId = there?.id;
  useEffect(() => {
    if (thereId !== undefined) goTo(`/articles/${thereId}/edit`);
  }, [thereId]);
  const problem = original.problem ?? others.problem;
  if (problem !== undefined)
    return <ReadProblem problem={problem} onRetry={original.problem ? original.refresh : others.refresh} />;
  if (original.value === undefined || !isKnown || thereId !== undefined) return <Spinner size="large" />;
  return (
    <Begin
      title={texts.translationOfTitle(originalId)}
      initial={translationContent(original.value, language)}
      name={`${originalId}.translation.${language}`}
      translationOf={originalId}
    />
  );
};

/** A new article, or the translation of one; what is typed is kept until it is saved. */
export const NewArticle = () => {
  const search = useSearch();
  const translated = translationIn(search);
  if (translated !== undefined) return <BeginTranslation {...translated} />;
  return <Begin title={texts.write} initial={begunContent(search)} name={`article.new${search}`} />;
};

const Editor = ({ article }: { readonly article: Article }) => {
  const initial = { content: contentOf(article), version: article.version };
  const draft = useDraft(`${article.id}.edit`, initial);
  const [isLooking, setLooking] = useState(false);
  const back = `/articles/${article.id}`;
  const { run, isRunning, problem, forget } = useCommand("PUT /articles/{articleId}", {
    done: texts.saved,
    onDone: () => {
      draft.clear();
      goTo(back);
    },
  });
  const { content, version } = draft.value;
  const isConflict = problem?.status === 412 && !isLooking;
  return (
    <Writer
      title={`${texts.edit}: ${article.id}`}
      content={content}
      onChange={(next) => draft.set({ content: next, version })}
      isRunning={isRunning}
      problem={problem}
      onSave={() => {
        setLooking(false);
        void run({ params: { articleId: article.id }, body: toSend(content), version });
      }}
      onCancel={() => {
        draft.clear();
        goTo(back);
      }}
      onLooked={
        isConflict
          ? () => {
              setLooking(true);
              forget();
              draft.set({ content, version: article.version });
            }
          : undefined
      }
    />
  );
};

/** Another version of an article, written beside what readers read. */
export const ArticleEdit = ({ articleId }: { readonly articleId: string }) => {
  const read = useRead("GET /articles/{articleId}", { params: { articleId } });
  if (read.value !== undefined) return <Editor key={articleId} article={read.value} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
