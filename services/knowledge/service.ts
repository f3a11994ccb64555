import { defineService } from "../../shared/service.ts";
import { knowledgeGrants } from "./access.ts";
import { articleLifecycle } from "./article.ts";
import { changeKnowledgeSettings } from "./endpoints/change-knowledge-settings.ts";
import { compareArticleVersions } from "./endpoints/compare-article-versions.ts";
import { draftArticle } from "./endpoints/draft-article.ts";
import { editArticle } from "./endpoints/edit-article.ts";
import { getArticle } from "./endpoints/get-article.ts";
import { getArticleVersion } from "./endpoints/get-article-version.ts";
import { getKnowledgeSettings } from "./endpoints/get-knowledge-settings.ts";
import { listArticleHistory } from "./endpoints/list-article-history.ts";
import { listArticleTemplates } from "./endpoints/list-article-templates.ts";
import { listArticleUses } from "./endpoints/list-article-uses.ts";
import { listArticleVersions } from "./endpoints/list-article-versions.ts";
import { listArticles } from "./endpoints/list-articles.ts";
import { reuseArticle } from "./endpoints/reuse-article.ts";
import { revertArticle } from "./endpoints/revert-article.ts";
import { knowledgeEvents } from "./events.ts";
import { lifecycleEndpoints } from "./lifecycle-endpoints.ts";
import { watchValidity } from "./schedules/watch-validity.ts";
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
    listArticleHistory,
    reuseArticle,
    listArticleUses,
    listArticleTemplates,
    getKnowledgeSettings,
    changeKnowledgeSettings,
  ],
  subscriptions: [],
  schedules: [watchValidity],
});
