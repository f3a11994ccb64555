import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about changes are called. Apart from what they say, since the navigation of every visit needs these. */
export const changeTitles = defineTexts({
  en: {
    changes: "Changes",
    change: "Change",
    calendar: "Change calendar",
    meetings: "Advisory boards",
    meeting: "Board meeting",
    open: "Open a change",
  },
});
