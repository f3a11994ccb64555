import { defineTexts } from "../../texts/define-texts.ts";

/** Everything said about the impact that was worked out for an incident. */
export const assessmentTexts = defineTexts({
  en: {
    title: "As it was worked out",
    assessed: "Worked out",
    again: "Work it out again",
    asked: "It is worked out anew; the answer comes by itself.",
    services: "Services that suffer",
    noServices: "No service suffers.",
    ways: "How a failure gets there",
    answersFor: "answers for it:",
    not: "Not impacted",
    notName: (name: string) => `${name} is not impacted`,
    notTitle: (name: string) => `${name} is not impacted?`,
    notLead: "It and what suffers only through it are left out from now on, for everybody who works on this.",
    reason: "Why",
    marked: "Marked as not impacted",
    after: "Impacted after all",
    afterName: (name: string) => `${name} is impacted after all`,
    done: "It is worked out anew without it",
    undone: "It is worked out anew with it",
    unknown: (ids: string) => `Not known here: ${ids}.`,
  },
});
