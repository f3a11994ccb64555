import { defineTexts } from "../../texts/define-texts.ts";
import { articleTitles as titles } from "./titles.ts";

/** What the page about the rules for articles says. */
export const settingsTexts = defineTexts({
  en: {
    title: titles.settings,
    lead: "Who reviews what, how long articles are valid, when resolutions become drafts, and which words mean the same.",
    reviewers: "Reviewers by category",
    reviewersLead:
      "They are asked when an article of the category is to be reviewed; knowledge managers review all.",
    reviewersOf: (category: string) => `Reviewers of ${category}`,
    newCategory: "Reviewers",
    addReviewers: "Add a category",
    category: "Category",
    people: "People",
    teams: "Teams",
    validity: "Validity",
    validityLead: "Readers do not find an article any more when its time is over.",
    validDays: "Valid for days after it was published",
    validHint: "Empty: without end",
    remindDays: "Its owner is reminded so many days before",
    usual: (number: number) => `Empty: ${number}, as usual`,
    words: "Words and languages",
    synonyms: "Words that mean the same (one group on a line, with commas between)",
    synonymsHint: "Such as: laptop, notebook. A search for one finds the other.",
    languages: "Languages that published articles are to be there in",
    languagesHint: "Such as: en, nb, pt-BR. A task is made for each that is missing.",
    proposals: "Drafts out of resolutions",
    proposalsLead:
      "What keeps being resolved the same way becomes a draft; what an article says already counts as reuse.",
    enabled: "Make drafts",
    leastCharacters: "Shorter resolutions say too little (characters)",
    repeats: "So many like incidents make one draft",
    windowDays: "Within days",
    withoutCodes: "Resolution codes that teach nobody anything",
    measures: "What is counted",
    deflectionHours: "Who opens a suggestion and reports nothing for so many hours was helped",
    searchLogDays: "Searches without a result are forgotten after days",
  },
});
