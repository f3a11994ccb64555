import { defineTexts } from "../../texts/define-texts.ts";
import { pageTitles } from "./page-titles.ts";

type Words = Readonly<Record<string, string>>;

/** Everything said where configuration items are registered, corrected and related. */
export const ciEditTexts = defineTexts({
  en: {
    new: pageTitles.new,
    newLead: "What a service is made of. What a source brings in is better imported than typed.",
    registered: (id: string) => `${id} is registered`,
    class: "Class",
    classHint: "It says which attributes the item has, and by what it is told from others.",
    chooseClass: "Choose a class first: it says what is asked for.",
    begins: "It is",
    states: { live: "Live already", planned: "Planned" } as Words,
    correct: "Correct",
    editTitle: "Correct what is known",
    facts: "What it is",
    description: "Description",
    services: "Services it belongs to",
    restricted: "Restricted: seen by its team, its owner and configuration managers only",
    attributes: "Attributes",
    attributesLead: "What its class asks for.",
    attribute: {
      required: "Required",
      recommended: "Recommended",
      optional: "",
    } as Words,
    yes: "Yes",
    no: "No",
    redundancy: "Redundancy",
    redundancyLead:
      "Of a group of items that it needs, so much has to be there. While it is, the loss of the others is no impact.",
    group: "Group",
    groupHint: "Relations name it, such as hosts",
    addGroup: "Add a group",
    needed: "Needed",
    neededBy: { atLeast: "So many, by weight", percent: "A share, in percent" } as Words,
    amount: "How much",
    reclassify: "Change the class",
    reclassifyLead:
      "It was of another class all along. Number, history and relations stay; attributes that the new class does not know go, and are in the history.",
    newClass: "New class",
    relate: "Relate",
    relateTitle: (name: string) => `Relate ${name}`,
    relation: "How",
    relationHint: "Read from this item to the other one.",
    other: "To which item",
    weight: "Weight",
    weightHint: "How much of its group it gives; 1 unless given.",
    relationGroup: "Redundancy group",
    relationGroupHint: "Where several do the same: failing is no impact while enough of them are there.",
    related: "They are related",
    none: "None",
    unrelate: "End",
    unrelateName: (how: string, name: string) => `End: ${how} ${name}`,
    unrelateTitle: "End this relation?",
    unrelateLead: (name: string, how: string, other: string) =>
      `${name} ${how} ${other}. That they were related stays known, and they can be related again.`,
    unrelated: "They are not related any more",
  },
});
