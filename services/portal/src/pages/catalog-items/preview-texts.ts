import { defineTexts } from "../../texts/define-texts.ts";

/** What stands beside an item that is written. */
export const previewTexts = defineTexts({
  en: {
    preview: "Preview",
    lead: "As people order it, from what is typed here. Try it: nothing is sent.",
    noName: "An item without a name",
    nothingAsked: "Nothing is asked: one click orders it.",
    forWhom: "Try it for (id of a person)",
    forWhomHint: "Empty: for you, as if you were meant.",
    check: "Check the answers",
    allFine: "It could be ordered so.",
    notYet: "Price and approvals show as soon as the marked places are in order.",
    note: "Price, contents and approvals are reckoned by the server from what is typed here.",
    startOver: "Start over",
  },
});
