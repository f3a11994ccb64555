import { defineTexts } from "../../texts/define-texts.ts";

/** What is asked when something is over. */
export const ratingTexts = defineTexts({
  en: {
    title: "How did we do?",
    lead: (id: string) => `${id} is done. Tell us how we did; it takes a few seconds.`,
    scale: "Your rating",
    scores: {
      1: "1 – very bad",
      2: "2 – bad",
      3: "3 – all right",
      4: "4 – good",
      5: "5 – very good",
    } as Readonly<Record<number, string>>,
    comment: "What should we know?",
    commentHint: "You may leave it empty.",
    send: "Send rating",
    skip: "Not now",
    thanks: "Thank you. It helps us to do better.",
  },
});
