import type { Records } from "../../../shared/dynamo/records.ts";
import type { SearchDocument } from "../../../shared/search/document.ts";
import { type Article, isReadable, type Published } from "../article.ts";
import { type Version, versionName } from "../content.ts";
import { all } from "../table.ts";
import { type Changed, type Source, stampFacet, tag } from "./searchable.ts";
import { tagsForAudience } from "./sees.ts";

const stampOf = ({ at }: Published): string => String(at);

const tagsOf = (published: Published): readonly string[] => {
  const { kind, category, serviceId, ciIds, language } = published;
  return [
    tag("kind", "article"),
    tag("type", kind),
    tag("language", language),
    ...(category ? [tag("category", category)] : []),
    ...(serviceId ? [tag("service", serviceId)] : []),
    ...ciIds.map((id) => tag("ci", id)),
    ...tagsForAudience(published),
    tag(stampFacet, stampOf(published)),
  ];
};

/** What the published version is searched by. */
export const articleDocument = (id: string, published: Published, body: string): SearchDocument => {
  const { title, summary = "", keywords, category = "", serviceId = "", ciIds } = published;
  return {
    id,
    title,
    keywords: [...keywords, category, serviceId, ...ciIds].join(" "),
    body: `${summary}\n${body}`,
    tags: tagsOf(published),
  };
};

const readable = (article: Article): Published | undefined =>
  isReadable(article) ? article.published : undefined;

/** As many as a batch reads with their texts. */
const pageLimit = 100;

/** Articles as readers read them; `articles` must be the service's own view, which hides nothing. */
export const createArticleSource = (articles: Records<Article>): Source => ({
  name: "articles",
  changes: async function* (from) {
    const ask = { index: "found", partition: all, ...(from === "" ? {} : { from }) };
    let cursor: string | undefined;
    do {
      const page = await articles.list(ask, { limit: pageLimit, cursor });
      cursor = page.nextCursor;
      yield page.items.map((article): Changed => {
        const published = readable(article);
        const stamp = published ? stampOf(published) : "";
        return {
          id: article.id,
          stamp,
          order: `${article.foundAt}#${article.id}`,
          isFound: published !== undefined,
        };
      });
    } while (cursor !== undefined);
  },
  documents: async (ids) => {
    const found = (await articles.some(ids)).flatMap((article) => {
      const published = readable(article);
      return published ? [{ id: article.id, published }] : [];
    });
    const wanted = found.map(({ id, published }) => ({ id, name: versionName(published.number) }));
    const texts = new Map(
      (await articles.parts(wanted)).map(({ id, value }) => [id, value as unknown as Version]),
    );
    return new Map(
      found.map(({ id, published }) => [id, articleDocument(id, published, texts.get(id)?.body ?? "")]),
    );
  },
});
