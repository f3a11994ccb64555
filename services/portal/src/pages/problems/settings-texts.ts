import { defineTexts } from "../../texts/define-texts.ts";

type Words = Readonly<Record<string, string>>;

/** What the page about the rules for problems says. */
export const settingsTexts = defineTexts({
  en: {
    title: "Problem settings",
    lead: "When incidents that keep coming back make a candidate, and what happens when a problem ends.",
    recurrence: "Incidents that keep coming back",
    recurrenceLead: "So many like incidents within so many days make a candidate.",
    own: "Same item, or same service and category",
    similarIncidents: "Like incidents",
    windowDays: "Within days",
    rule: "Rule",
    modes: { usual: "As usual", own: "An own rule", none: "Not looked for" } as Words,
    kinds: {
      service: "Same service, whatever the category",
      category: "Same category and subcategory, whatever the service",
      text: "Mostly the same words",
    } as Words,
    causeHours: "A change is suspected when it was done at most so many hours before the first incident",
    likeIncidents: "New incidents like those of a problem that came of a candidate",
    likeChoices: { leave: "Left to people", link: "Tied to it while it is open" } as Words,
    end: "When a problem ends",
    held: "Incidents that wait for it",
    heldChoices: { resolve: "Resolved with it", offer: "Their agents are told" } as Words,
    tasks: "Open tasks",
    taskChoices: { block: "Are in the way of the end", cancel: "Are cancelled by it" } as Words,
    fixed: "When all its changes are over and one was successful",
    fixedChoices: { resolve: "It is resolved", leave: "It is left to people" } as Words,
    priority: "Priority",
    priorityLead: "Impact and urgency together decide it.",
    cell: (impact: string, urgency: string) => `Impact ${impact}, urgency ${urgency}`,
  },
});
