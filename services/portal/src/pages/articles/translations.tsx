import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePages } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { follow } from "../../shell/follow.ts";
import { languageName } from "../read/language.ts";
import type { Article } from "./article-actions.ts";
import { articleTexts as texts } from "./texts.ts";
import { missingLanguages, translateAddress } from "./translation.ts";

/** The translations of an article, and those that are missing: each is an article of its own that is reviewed, too. */
export const Translations = ({ article }: { readonly article: Article }) => {
  const originalId = article.translationOf ?? article.id;
  const { items } = usePages("GET /articles", { query: { translationOf: originalId, limit: 50 } });
  const settings = useRead("GET /knowledge-settings", {}, { everyMs: 0 });
  const own = (article.latest ?? article.published)?.language ?? "";
  const isOriginal = article.translationOf === undefined;
  const known = items.map(({ id, state, latest, published }) => ({
    id,
    state,
    language: (latest ?? published)?.language ?? "",
  }));
  const there = [own, ...known.map(({ language }) => language)];
  const missing = missingLanguages(settings.value?.languages ?? [], there);
  return (
    <Container header={<Header variant="h2">{texts.translations}</Header>}>
      <SpaceBetween size="s">
        {known.length === 0 && <Box color="text-body-secondary">{texts.noTranslations}</Box>}
        <ul className="changes">
          {known
            .filter(({ id }) => id !== article.id)
            .map(({ id, state, language }) => (
              <li key={id}>
                <Link href={`/articles/${id}`} onFollow={follow}>
                  {languageName(language)}
                </Link>{" "}
                <StateBadge state={state} />
              </li>
            ))}
        </ul>
        {isOriginal && missing.length > 0 && (
          <Box>{texts.missingIn(missing.map(languageName).join(", "))}</Box>
        )}
        {isOriginal && (
          <Button href={translateAddress(article.id, missing[0] ?? "")} onFollow={follow}>
            {texts.beginTranslation}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
};
