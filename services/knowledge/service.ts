import { defineService } from "../../shared/service.ts";
import { knowledgeGrants } from "./access.ts";
import { articleLifecycle } from "./article.ts";
import { changeKnowledgeSettings } from "./endpoints/change-knowledge-settings.ts";
import { checkArticleQuality } from "./endpoints/check-article-quality.ts";
import { compareArticleVersions } from "./endpoints/compare-article-versions.ts";
import { draftArticle } from "./endpoints/draft-article.ts";
import { editArticle } from "./endpoints/edit-article.ts";
import { getArticle } from "./endpoints/get-article.ts";
import { getArticleVersion } from "./endpoints/get-article-version.ts";
import { getKnowledgeSettings } from "./endpoints/get-knowledge-settings.ts";
import { getSearchIndex } from "./endpoints/get-search-index.ts";
import { listArticleHistory } from "./endpoints/list-article-history.ts";
import { listArticleTemplates } from "./endpoints/list-article-templates.ts";
import { listArticleUses } from "./endpoints/list-article-uses.ts";
import { listArticleVersions } from "./endpoints/list-article-versions.ts";
import { listArticles } from "./endpoints/list-articles.ts";
import { listKnowledgeGaps } from "./endpoints/list-knowledge-gaps.ts";
import { rebuildSearchIndex } from "./endpoints/rebuild-search-index.ts";
import { reuseArticle } from "./endpoints/reuse-article.ts";
import { revertArticle } from "./endpoints/revert-article.ts";
import { searchKnowledge } from "./endpoints/search-knowledge.ts";
import { suggestKnowledge } from "./endpoints/suggest-knowledge.ts";
import { knowledgeEvents } from "./events.ts";
import { lifecycleEndpoints } from "./lifecycle-endpoints.ts";
import { checkSearchIndex } from "./schedules/check-search-index.ts";
import { keepSearchIndex } from "./schedules/keep-search-index.ts";
import { watchValidity } from "./schedules/watch-validity.ts";
import { incidentEnded } from "./subscriptions/incident-ended.ts";
import { resolutionTold } from "./subscriptions/resolution-told.ts";
import { type KnowledgeContext, knowledgeTable } from "./table.ts";

export const knowledgeService = defineService<KnowledgeContext>({
  name: "knowledge",
  title: "Knowledge management",
  summary: "Keeps what was learnt where it is needed next, so that nobody solves the same twice.",
  table: knowledgeTable,
  grants: knowledgeGrants,
  lifecycles: { article: articleLifecycle },
  events: knowledgeEvents,
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
  subscriptions: [...incidentEnded, resolutionTold],
  schedules: [watchValidity, keepSearchIndex, checkSearchIndex],
});
