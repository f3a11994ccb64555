import { type Actor, may } from "../../shared/access/actor.ts";
import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ArticleSnapshot } from "../knowledge/events.ts";
import { CiId } from "./ci.ts";

/** What configuration management keeps of an article: what readers of it see, and of which CIs it is. */
export type KnownArticle = {
  readonly id: string;
  /** Absent where only some teams may read it. */
  readonly title?: string | undefined;
  readonly kind?: string | undefined;
  readonly audience?: "everyone" | "agents" | "teams" | undefined;
  readonly teamIds: readonly string[];
  readonly publishedAt?: string | undefined;
  /** None while nobody may read it. */
  readonly ciIds: readonly string[];
};

export const knownArticle = ({ id, published }: ArticleSnapshot): KnownArticle => {
  if (published === undefined) return { id, teamIds: [], ciIds: [] };
  const { title, kind, audience, teamIds, at, serviceId } = published;
  const named = [...published.ciIds, ...(serviceId === undefined ? [] : [serviceId])];
  const ciIds = [...new Set(named)].filter((each) => CiId.safeParse(each).success).toSorted();
  return { id, title, kind, audience, teamIds, publishedAt: at, ciIds };
};

const articlesOf = (ciId: string): string => ciId;

export const articleProjection: ProjectionType<KnownArticle> = {
  kind: "ARTICLE",
  memberships: ({ ciIds, publishedAt = "" }) =>
    ciIds.map((ciId) => ({ group: articlesOf(ciId), order: publishedAt })),
};

/** Knowledge management's own rule, as far as its events tell: its managers see what is of a team there. */
const isFor = (actor: Actor, { audience, teamIds }: KnownArticle): boolean => {
  if (audience === "everyone") return true;
  if (audience === "agents") return may(actor, "configuration:read_all");
  return teamIds.some((id) => actor.teams.includes(id));
};

/** The articles about a CI that the actor may read, the newest first; of so many at most it is looked at. */
export const articlesFor = async (
  ciId: string,
  actor: Actor,
  most: number,
  { articles }: { readonly articles: Projections<KnownArticle> },
): Promise<readonly KnownArticle[]> =>
  (await articles.members(articlesOf(ciId), "0", most))
    .map(({ value }) => value)
    .filter((article) => isFor(actor, article));
