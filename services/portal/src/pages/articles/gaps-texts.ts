import { defineTexts } from "../../texts/define-texts.ts";
import { articleTitles as titles } from "./titles.ts";

/** What the page about missing knowledge says. */
export const gapsTexts = defineTexts({
  en: {
    title: titles.gaps,
    lead: "What people looked for and did not find, and what keeps being resolved without an article.",
    period: "Period",
    days: (days: string) => `${days} days`,
    searches: "Searches without a result",
    searchesLead: "The words in alphabetical order, without names and numbers: nobody's sentence is kept.",
    words: "Words",
    count: "Times",
    toDo: "What to do",
    write: "Write an article",
    noSearches: "Nobody searched in vain",
    noSearchesLead: "Searches at the start page that find nothing show up here.",
    tickets: "Tickets without an article",
    ticketsLead: "By category and service, those with the most first. An article could spare the next ones.",
    about: "Category and service",
    without: "Without an article",
    of: (without: number, all: number) => `${without} of ${all}`,
    examples: "Examples",
    noTickets: "Every resolved ticket has its article",
    noTheme: "Without category and service",
  },
});
