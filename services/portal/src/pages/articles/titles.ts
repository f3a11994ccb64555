import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about knowledge are called. Apart from what they say, since the navigation of every visit needs these. */
export const articleTitles = defineTexts({
  en: {
    articles: "Knowledge",
    article: "Article",
    write: "Write an article",
    edit: "Edit",
    gaps: "Knowledge gaps",
    settings: "Knowledge settings",
  },
});
