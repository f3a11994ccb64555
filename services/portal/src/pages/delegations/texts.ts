import { defineTexts } from "../../texts/define-texts.ts";

/** What the page about who decides instead of whom says. */
export const delegationTexts = defineTexts({
  en: {
    title: "While I am away",
    lead: "Who decides on changes in your place. What waits for you already is asked of both of you; what they decide is written down as done for you.",
    add: "Name somebody",
    mine: "Who stands in for me",
    noneMine: "Nobody stands in for you.",
    forOthers: "For whom I stand in",
    noneForOthers: "You stand in for nobody.",
    forWhom: "Who is away",
    forWhomHint: "You, unless somebody else is named.",
    to: "Who decides instead",
    from: "From",
    until: "Until (the first moment back)",
    reason: "Reason",
    end: "I am back",
    ended: "They decide no more in that place",
    saved: "It is written down",
    stands: (who: string, forWhom: string) => `${who} for ${forWhom}`,
  },
});
