import type { Cells } from "../../shared/dynamo/cells.ts";
import type { Counts } from "../../shared/dynamo/counted.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import { viewArticle, viewArticleEntry } from "./access.ts";
import { type Article, isReadable } from "./article.ts";
import { nextDueAt } from "./decisions/validity.ts";
import type { Rating } from "./rating.ts";
import type { KnownOpening, Reading } from "./reading.ts";
import type { SearchEngine } from "./search/engine.ts";
import type { KnownError } from "./search/known-error.ts";
import type { SearchIndex } from "./search/search-index.ts";
import type { KnownResolution, KnownTicket, Tickets } from "./search/ticket.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Task } from "./task.ts";
import type { Use } from "./use.ts";

/** Every question asked of the table. */
export const knowledgeTable: TableDefinition = {
  indexes: {
    articlesByState: "Articles whose newest version is in a state, by their last change",
    articlesByOwner: "Articles somebody looks after, by their last change",
    readable: "What readers may read, by publication",
    readableByCategory: "What readers may read in a category, by publication",
    articlesByTarget:
      "Articles tied to something: published ones to CIs and services, all to records, originals and who is to review them",
    due: "Articles by the next moment at which their validity has something to tell, opened suggestions by when they settle",
    found: "Articles that were ever published, by when what readers find of them last changed",
    tasksByState: "Tasks in a state, by when they came up",
    tasksByOwner: "Tasks of somebody in a state, by when they came up",
    ratingsByArticle: "What readers say of an article, helpful or not, by when they said it",
    readingsByArticle: "Suggestions of an article that were opened, by what became of it",
    usesByArticle: "With which records an article helped, by when that was said",
  },
};

const key = (partition: string, ...order: string[]): IndexKey => ({ partition, order: order.join("#") });

/** The partition of indexes that hold everything. */
export const all = "all";

const indexes = (article: Article) => {
  const { id, state, ownerId, updatedAt, published, foundAt } = article;
  const dueAt = nextDueAt(article);
  const readable = isReadable(article) ? published : undefined;
  return {
    articlesByState: key(state, updatedAt, id),
    articlesByOwner: ownerId === undefined ? undefined : key(ownerId, updatedAt, id),
    readable: readable && key(all, readable.publishedAt, id),
    readableByCategory: readable?.category ? key(readable.category, readable.publishedAt, id) : undefined,
    due: dueAt === undefined ? undefined : key("due", dueAt, id),
    found: foundAt === undefined ? undefined : key(all, foundAt, id),
  };
};

/** What an article is found by besides its own fields. */
export const target = {
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  record: (id: string) => `record#${id}`,
  original: (id: string) => `original#${id}`,
  reviewer: (id: string) => `reviewer#${id}`,
  reviewTeam: (id: string) => `review-team#${id}`,
};

const edges = (article: Article): Edge[] => {
  const { id, updatedAt, links = [], translationOf, reviewers, published } = article;
  // What a version names that nobody may read yet must not be found by it.
  const readable = isReadable(article) ? published : undefined;
  const targets = [
    ...(readable?.ciIds ?? []).map(target.ci),
    ...(readable?.serviceId ? [target.service(readable.serviceId)] : []),
    ...links.map((link) => target.record(link.id)),
    ...(translationOf ? [target.original(translationOf)] : []),
    ...(reviewers?.personIds ?? []).map(target.reviewer),
    ...(reviewers?.teamIds ?? []).map(target.reviewTeam),
  ];
  return [...new Set(targets)].map((each) => ({
    index: "articlesByTarget",
    target: each,
    order: `${readable?.publishedAt ?? updatedAt}#${id}`,
  }));
};

export const articleRecords: RecordType<Article> = {
  prefix: "KB",
  indexes,
  edges,
  // One article at most comes from one record, and one translation of an article into a language.
  claims: ({ origin, translationOf, latest }) => [
    ...(origin ? [`origin#${origin.id}`] : []),
    ...(translationOf && latest ? [`translation#${translationOf}#${latest.language}`] : []),
  ],
  long: ["returned", "retirement", "links"],
  view: viewArticle,
  viewEntry: viewArticleEntry,
};

export const settingsRecords: RecordType<Settings> = {
  ...onlyRecord<Settings>(defaultSettings),
  // What was decided before a rule existed says nothing of it: the usual holds.
  view: (_actor, settings) => ({ ...defaultSettings, ...settings }),
};

/** What the handlers of this service work with. */
export type KnowledgeContext = {
  readonly articles: Records<Article>;
  readonly uses: Records<Use>;
  readonly tasks: Records<Task>;
  readonly ratings: Records<Rating>;
  readonly readings: Records<Reading>;
  readonly openings: Projections<KnownOpening>;
  /** Who looks after an article, which not every reader may see. */
  readonly ownerOf: (articleId: string) => Promise<string>;
  readonly cells: Cells;
  readonly tickets: Projections<KnownTicket>;
  readonly resolutions: Projections<KnownResolution>;
  readonly pastTickets: Tickets;
  readonly knownErrors: Projections<KnownError>;
  readonly searchIndex: SearchIndex;
  /** What answers searches: the own index, unless another engine is configured. */
  readonly engine: SearchEngine;
  readonly counts: Counts;
  /** What it last answered to departures. */
  readonly held: Records<HeldRecord>;
  readonly settingsRecord: Records<Settings>;
  /** The rules in force; another container's change is seen within seconds. */
  readonly settings: () => Promise<Settings>;
  readonly now: () => string;
};
