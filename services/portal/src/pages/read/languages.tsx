import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { follow } from "../../shell/follow.ts";
import { betterEdition, type Edition, languageName, otherEditions } from "./language.ts";
import { readTexts as texts } from "./texts.ts";

type Props = {
  readonly articleId: string;
  readonly language: string;
  readonly translationOf: string | undefined;
};

const once = { everyMs: 0 };

const EditionLink = ({ edition: { id, language, title } }: { readonly edition: Edition }) => (
  <span lang={language}>
    <Link href={`/read/${id}`} onFollow={follow} ariaLabel={`${languageName(language)}: ${title}`}>
      {languageName(language)}
    </Link>
  </span>
);

/** The languages an article is there in; who reads another one better is told. */
export const Languages = ({ articleId, language, translationOf }: Props) => {
  const originalId = translationOf ?? articleId;
  const translations = useRead("GET /articles", { query: { translationOf: originalId, limit: 50 } }, once);
  const original = useRead(
    "GET /articles/{articleId}",
    translationOf === undefined ? undefined : { params: { articleId: translationOf } },
    once,
  );
  const all = [...(original.value ? [original.value] : []), ...(translations.value?.items ?? [])];
  const others = otherEditions(all, articleId);
  if (others.length === 0) return null;
  const better = betterEdition(language, others, navigator.languages);
  return (
    <>
      {better !== undefined && (
        <Alert type="info">
          {texts.alsoIn} <EditionLink edition={better} />
        </Alert>
      )}
      <SpaceBetween direction="horizontal" size="s">
        <span>
          {texts.languages} {languageName(language)}
        </span>
        {others.map((edition) => (
          <EditionLink key={edition.id} edition={edition} />
        ))}
      </SpaceBetween>
    </>
  );
};
