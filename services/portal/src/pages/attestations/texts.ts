import { defineTexts } from "../../texts/define-texts.ts";
import { pageTitles } from "../configuration/page-titles.ts";

/** Everything the page says on which owners answer whether what is known of their items is right. */
export const attestationTexts = defineTexts({
  en: {
    title: pageTitles.attestations,
    lead: "You answer for these. Say whether what is known of them is right; what is wrong is corrected by those who keep the list.",
    none: "Nothing to confirm",
    noneLead: "When somebody asks about an item that you or a team of yours answer for, it stands here.",
    due: "An answer is due",
    reminded: (count: number) => (count === 1 ? "reminded once" : `reminded ${count} times`),
    you: "You are asked as its owner.",
    team: (name: string) => `${name} is asked.`,
    unseen: "Its details are not for you to see: answer by what you know of it.",
    more: "Everything that is known of it",
    confirm: "It is right",
    dispute: "Something is wrong",
    disputeLead: "Whoever keeps the list reads it and corrects the item.",
    comment: "What is wrong",
    loadMore: "Show more",
  },
});
