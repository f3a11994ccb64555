import { defineTexts } from "../../texts/define-texts.ts";

/** What the page of an article says to its readers. */
export const readTexts = defineTexts({
  en: {
    title: "Article",
    knownError: "Known error",
    updated: "Published",
    helped: "Did this help?",
    yes: "Yes",
    no: "No",
    thanks: "Thank you for telling us.",
    report: "Report a problem",
    symptoms: "What you see",
    workaround: "What helps until it is mended",
    noWorkaround: "Nothing is known yet that helps. Your report helps to find out.",
    told: "Thank you. Who looks after the article reads it.",
    remark: "Is there something to add?",
    whoReads: "Who looks after the article reads it, with your name.",
    flag: "Something in it is wrong",
    flagLead: "Who looks after the article gets it as a task.",
    flagReason: "What is wrong?",
    flagged: "Thank you. Who looks after the article is told.",
    attachments: "Files",
    languages: "Language:",
    alsoIn: "You can read this in",
    missing: "What was missing or wrong?",
    send: "Send",
  },
});
