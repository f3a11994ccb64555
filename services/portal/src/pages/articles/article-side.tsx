import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { dayText } from "../../parts/times.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import type { Article } from "./article-actions.ts";
import { articleTexts as texts } from "./texts.ts";
import { Translations } from "./translations.tsx";

type Props = { readonly article: Article };

/** The end of its time: readers find it no longer then. */
const ValidTo = ({ article: { validTo, hiddenAt, reminded } }: Props) => {
  if (validTo === undefined) return <>{texts.forEver}</>;
  if (hiddenAt !== undefined)
    return <StatusIndicator type="error">{texts.over(dayText(validTo))}</StatusIndicator>;
  if (reminded === true)
    return <StatusIndicator type="warning">{texts.soonOver(dayText(validTo))}</StatusIndicator>;
  return <When at={validTo} as="day" />;
};

const Facts = ({ article }: Props) => {
  const { ownerId, translationOf, origin } = article;
  const head = article.latest ?? article.published;
  return (
    <Container header={<Header variant="h2">{texts.facts}</Header>}>
      <KeyValues
        pairs={[
          [texts.fields.kind, texts.kinds[head?.kind ?? ""]],
          [texts.fields.audience, texts.audiences[head?.audience ?? ""]],
          [texts.fields.category, head?.category],
          [texts.fields.language, head?.language],
          [texts.owner, <PersonName key="owner" id={ownerId} />],
          [texts.validTo, <ValidTo key="valid" article={article} />],
          [
            texts.translationOf,
            translationOf && (
              <Link key="original" href={`/articles/${translationOf}`} onFollow={follow}>
                {translationOf}
              </Link>
            ),
          ],
          [texts.origin, origin?.id],
        ]}
      />
    </Container>
  );
};

const Quality = ({ article: { id } }: Props) => {
  const { value } = useRead("GET /articles/{articleId}/quality", { params: { articleId: id } });
  if (value === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={texts.qualityOf(value.met, value.of)}>
          {texts.quality}
        </Header>
      }
    >
      <SpaceBetween size="xxs">
        {value.checks.map(({ check, isMet, hint }) => (
          <StatusIndicator key={check} type={isMet ? "success" : "pending"}>
            {hint}
          </StatusIndicator>
        ))}
      </SpaceBetween>
    </Container>
  );
};

const Worth = ({ article: { id } }: Props) => {
  const { value } = useRead("GET /articles/{articleId}/worth", { params: { articleId: id } });
  return (
    <Container header={<Header variant="h2">{texts.worth}</Header>}>
      <KeyValues
        pairs={[
          [texts.helpful, value?.helpful],
          [texts.unhelpful, value?.unhelpful],
          [texts.reused, value?.reuses],
          [texts.deflected, value?.spared],
        ]}
      />
    </Container>
  );
};

/** What stands beside an article for those who work on it. */
export const ArticleSide = ({ article }: Props) => (
  <SpaceBetween size="m">
    <Facts article={article} />
    {article.latest !== undefined && <Translations article={article} />}
    {article.latest !== undefined && <Quality article={article} />}
    {article.latest !== undefined && <Worth article={article} />}
  </SpaceBetween>
);
