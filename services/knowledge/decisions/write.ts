import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import { worksOnArticle } from "../access.ts";
import { type Article, articleLifecycle, type Reference, type WholeArticle } from "../article.ts";
import { type Content, Head, type Version, versionName } from "../content.ts";
import { ArticleDrafted, ArticleProposed } from "../events.ts";
import { type Circumstances, happened } from "./command.ts";

/** As many people as may write one version. */
const mostAuthors = 100;

type Saving = { readonly number: number; readonly revertedTo?: number };

const versionOf = (content: Content, saving: Saving, { actor, now }: Circumstances): Version => ({
  ...content,
  ...saving,
  savedAt: now,
  savedBy: actor.id,
});

const headOf = (version: Version): Head => Head.parse(version);

/** The event with the version's words beside the record. */
const withText = (occurrence: Occurrence<Article>, version: Version): Occurrence<Article> => ({
  ...occurrence,
  beside: [{ name: versionName(version.number), value: version }],
});

/** What a new article begins with besides its words. */
export type Beginning = {
  readonly ownerId: string;
  readonly translationOf?: string | undefined;
  readonly origin?: Reference | undefined;
};

/** A new article; one with an origin is proposed to its owner, who did not ask for it. */
export const draftArticle = (
  id: string,
  content: Content,
  beginning: Beginning,
  on: Circumstances,
): Decision<Article> => {
  const version = versionOf(content, { number: 1 }, on);
  const { origin } = beginning;
  const changes: Partial<Article> = {
    state: "draft",
    ...beginning,
    latest: headOf(version),
    // What is proposed has no author yet: its words come from a record, and whoever edits them becomes one.
    authors: origin === undefined ? [on.actor.id] : [],
    links: origin === undefined ? [] : [origin],
  };
  const occurrence =
    origin === undefined
      ? happened(ArticleDrafted, { id }, changes, {})
      : happened(ArticleProposed, { id }, changes, { record: origin });
  return [withText(occurrence, version)];
};

/** Who only reads an article may begin another version, but not write in somebody else's. */
const refuseStranger = (article: WholeArticle, { actor }: Circumstances): void => {
  if (article.state !== "published" && !worksOnArticle(actor, article))
    throw new Refusal("rule_violation", "Somebody is writing another version of it");
};

const save = (
  article: WholeArticle,
  action: "edit" | "revert",
  content: Content,
  on: Circumstances,
  revertedTo?: number,
): Decision<Article> => {
  refuseStranger(article, on);
  const state = articleLifecycle.next(article.state, action);
  const { authors, latest } = article;
  const saving = { number: latest.number + 1, ...(revertedTo === undefined ? {} : { revertedTo }) };
  const version = versionOf(content, saving, on);
  const isKnown = authors.includes(on.actor.id);
  if (!isKnown && authors.length >= mostAuthors)
    throw new Refusal(
      "rule_violation",
      `At most ${mostAuthors} people write one version: publish or discard it`,
    );
  const changes: Partial<Article> = {
    state,
    latest: headOf(version),
    authors: isKnown ? authors : [...authors, on.actor.id],
  };
  return [withText(happened(ArticleDrafted, article, changes, {}), version)];
};

/** The article is what the content says: another version, beside the published one if there is one. */
export const editArticle = (article: WholeArticle, content: Content, on: Circumstances): Decision<Article> =>
  save(article, "edit", content, on);

/** The words of an earlier version once more, as a new one: nothing in between is lost. */
export const revertArticle = (
  article: WholeArticle,
  earlier: Version,
  on: Circumstances,
): Decision<Article> => {
  const { number, savedAt: _at, savedBy: _by, revertedTo: _from, ...content } = earlier;
  return save(article, "revert", content, on, number);
};
