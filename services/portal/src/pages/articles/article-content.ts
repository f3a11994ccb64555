import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";
import type { Article } from "./article-actions.ts";

/** What an article says, as the API takes it. */
export type Content = BodyOf<"PUT /articles/{articleId}">;

const emptyContent: Content = {
  title: "",
  body: "",
  kind: "how_to",
  audience: "agents",
  language: "en",
};

/** The newest version of an article, to go on with. */
export const contentOf = ({ latest, published, text }: Article): Content => {
  const head = latest ?? published;
  if (head === undefined) return { ...emptyContent, body: text.body };
  const { title, summary, keywords, kind, category, audience, teamIds, serviceId, ciIds, language } = head;
  const { body, attachments } = text;
  return {
    title,
    body,
    keywords,
    kind,
    audience,
    teamIds,
    ciIds,
    language,
    attachments,
    ...(summary === undefined ? {} : { summary }),
    ...(category === undefined ? {} : { category }),
    ...(serviceId === undefined ? {} : { serviceId }),
  };
};

/** What is empty is left out: to the API an empty text is none. */
export const toSend = ({ attachments = [], ...content }: Content): Content =>
  ({
    ...Object.fromEntries(Object.entries(content).filter(([, value]) => value !== "")),
    attachments: attachments.map((each) => withoutEmpty(each)).filter((each) => Object.keys(each).length > 0),
  }) as unknown as Content;

/** A translation to begin with: what the original says, in the language that it is to be in. */
export const translationContent = (original: Article, language: string): Content => ({
  ...contentOf(original),
  language,
});

/** An article to begin with; what led here may say what it is about, such as what nobody found. */
export const begunContent = (search: string): Content => {
  const query = new URLSearchParams(search);
  const category = query.get("category");
  return {
    ...emptyContent,
    title: query.get("title") ?? "",
    ...(category === null ? {} : { category }),
  };
};
