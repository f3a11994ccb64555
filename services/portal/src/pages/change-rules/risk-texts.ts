import { zone } from "../../parts/times.ts";
import { defineTexts } from "../../texts/define-texts.ts";
import { ruleTitles as titles } from "./titles.ts";

type Words = Readonly<Record<string, string>>;

/** What the page about risk says. */
export const riskTexts = defineTexts({
  en: {
    title: titles.risk,
    lead: "The highest of rules, answers and the assessor's judgement counts; every reason is shown at the change.",
    rules: "Rules",
    rulesLead: "A rule holds when everything that it names holds.",
    addRule: "Add a rule",
    ruleAt: (at: number) => `Rule ${at}`,
    reason: "Reason, as it is shown at the change",
    risk: "Risk",
    types: "Types of change",
    impacts: "Impact",
    levels: { 1: "High", 2: "Medium", 3: "Low" } as Words,
    criticalities: "Criticality of what depends on it",
    criticalitiesOf: { high: "High", medium: "Medium", low: "Low" } as Words,
    ciCount: "So many items or more",
    impactedCount: "So many depend on them or more",
    conflicts: "So many conflicts or more",
    successBelow: "Fewer than so many percent succeeded",
    freezeWithin: "Within so many hours of a freeze",
    withoutPlan: "Without the plan",
    categories: "Categories (with a comma between them)",
    hours: "Time of day",
    inHours: "It begins in these hours",
    weekdays: "Days of the week",
    weekdaysOf: {
      1: "Monday",
      2: "Tuesday",
      3: "Wednesday",
      4: "Thursday",
      5: "Friday",
      6: "Saturday",
      7: "Sunday",
    } as Words,
    from: "From",
    to: "To",
    timeHint: "Such as 08:00",
    timeZone: "Time zone",
    questions: "Questionnaire",
    questionsLead: "Asked when a change is assessed.",
    mustAnswer: "Every question is answered before anybody is asked to approve",
    addQuestion: "Add a question",
    questionAt: (at: number) => `Question ${at}`,
    question: "Question",
    questionKey: "Key",
    questionKeyHint: "Small letters, such as tested_before",
    addAnswer: "Add an answer",
    answerAt: (at: number) => `Answer ${at}`,
    answer: "Answer",
    answerKey: "Key",
    answerKeyHint: "Such as yes",
  },
});

/** Working hours, as somebody begins to say which hours are risky. */
export const firstHours = () => ({ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00", timeZone: zone() });
