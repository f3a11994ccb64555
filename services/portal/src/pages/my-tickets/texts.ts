import { defineTexts } from "../../texts/define-texts.ts";

/** What the list of own tickets says. */
export const myTicketsTexts = defineTexts({
  en: {
    title: "My tickets",
    lead: "What you reported, and what was reported for you. The newest is first.",
    following: "I follow",
    own: "Mine",
    report: "Report a problem",
    empty: "You have no tickets",
    emptyLead: "When something does not work, report it: you will find it here until it is solved.",
  },
});
