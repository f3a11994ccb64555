import { defineService } from "../../shared/service.ts";
import { knowledgeGrants } from "./access.ts";
import { articleLifecycle } from "./article.ts";
import { changeKnowledgeSettings } from "./endpoints/change-knowledge-settings.ts";
import { checkArticleQuality } from "./endpoints/check-article-quality.ts";
import { compareArticleVersions } from "./endpoints/compare-article-versions.ts";
import { draftArticle } from "./endpoints/draft-article.ts";
import { editArticle } from "./endpoints/edit-article.ts";
import { endKnowledgeTask } from "./endpoints/end-knowledge-task.ts";
import { flagArticle } from "./endpoints/flag-article.ts";
import { getArticle } from "./endpoints/get-article.ts";
import { getArticleVersion } from "./endpoints/get-article-version.ts";
import { getArticleWorth } from "./endpoints/get-article-worth.ts";
import { getKnowledgeSettings } from "./endpoints/get-knowledge-settings.ts";
import { getKnowledgeTask } from "./endpoints/get-knowledge-task.ts";
import { getSearchIndex } from "./endpoints/get-search-index.ts";
import { listArticleHistory } from "./endpoints/list-article-history.ts";
import { listArticleRatings } from "./endpoints/list-article-ratings.ts";
import { listArticleTemplates } from "./endpoints/list-article-templates.ts";
import { listArticleUses } from "./endpoints/list-article-uses.ts";
import { listArticleVersions } from "./endpoints/list-article-versions.ts";
import { listArticles } from "./endpoints/list-articles.ts";
import { listKnowledgeGaps } from "./endpoints/list-knowledge-gaps.ts";
import { listKnowledgeTasks } from "./endpoints/list-knowledge-tasks.ts";
import { openSuggestion } from "./endpoints/open-suggestion.ts";
import { rateArticle } from "./endpoints/rate-article.ts";
import { rebuildSearchIndex } from "./endpoints/rebuild-search-index.ts";
import { reuseArticle } from "./endpoints/reuse-article.ts";
import { revertArticle } from "./endpoints/revert-article.ts";
import { searchKnowledge } from "./endpoints/search-knowledge.ts";
import { suggestKnowledge } from "./endpoints/suggest-knowledge.ts";
import { knowledgeEvents } from "./events.ts";
import { KnowledgeHoldingsFound } from "./events-holdings.ts";
import { lifecycleEndpoints } from "./lifecycle-endpoints.ts";
import { readingLifecycle } from "./reading.ts";
import { checkSearchIndex } from "./schedules/check-search-index.ts";
import { keepSearchIndex } from "./schedules/keep-search-index.ts";
import { proposeArticles } from "./schedules/propose-articles.ts";
import { settleReadings } from "./schedules/settle-readings.ts";
import { watchValidity } from "./schedules/watch-validity.ts";
import { articlePublished } from "./subscriptions/article-published.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { incidentEnded } from "./subscriptions/incident-ended.ts";
import { knownErrorChanged } from "./subscriptions/known-error-changed.ts";
import { requestPlaced } from "./subscriptions/request-placed.ts";
import { resolutionTold } from "./subscriptions/resolution-told.ts";
import { ticketOpened } from "./subscriptions/ticket-opened.ts";
import { validityTold } from "./subscriptions/validity-told.ts";
import { type KnowledgeContext, knowledgeTable } from "./table.ts";
import { taskLifecycle } from "./task.ts";

export const knowledgeService = defineService<KnowledgeContext>({
  name: "knowledge",
  title: "Knowledge management",
  summary: "Keeps what was learnt where it is needed next, so that nobody solves the same twice.",
  table: knowledgeTable,
  grants: knowledgeGrants,
  lifecycles: { article: articleLifecycle, task: taskLifecycle, reading: readingLifecycle },
  events: [...knowledgeEvents, KnowledgeHoldingsFound],
  endpoints: [
    draftArticle,
    listArticles,
    getArticle,
    editArticle,
    revertArticle,
    ...lifecycleEndpoints,
    listArticleVersions,
    getArticleVersion,
    compareArticleVersions,
    checkArticleQuality,
    listArticleHistory,
    rateArticle,
    listArticleRatings,
    flagArticle,
    openSuggestion,
    getArticleWorth,
    listKnowledgeTasks,
    getKnowledgeTask,
    ...endKnowledgeTask,
    reuseArticle,
    listArticleUses,
    listArticleTemplates,
    searchKnowledge,
    suggestKnowledge,
    listKnowledgeGaps,
    getSearchIndex,
    rebuildSearchIndex,
    getKnowledgeSettings,
    changeKnowledgeSettings,
  ],
  subscriptions: [
    articlePublished,
    ...incidentEnded,
    resolutionTold,
    ticketOpened,
    requestPlaced,
    ...validityTold,
    ...knownErrorChanged,
    departureAsked,
  ],
  searches: true,
  schedules: [watchValidity, keepSearchIndex, checkSearchIndex, settleReadings, proposeArticles],
});
