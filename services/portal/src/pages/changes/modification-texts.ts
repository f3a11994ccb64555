import { defineTexts } from "../../texts/define-texts.ts";

type Words = Readonly<Record<string, string>>;

/** What the form about what the CMDB will say says. */
export const modificationTexts = defineTexts({
  en: {
    title: "What the CMDB will say",
    lead: "Applied when the change is implemented, taken back when it is backed out or failed. It is a part of what is approved.",
    addCi: "Modify an item",
    ci: "Item",
    ciHint: "One of the items that are changed",
    state: "State",
    states: { live: "Live", maintenance: "Maintenance", retired: "Retired" } as Words,
    name: "Name",
    criticality: "Criticality",
    criticalities: { high: "High", medium: "Medium", low: "Low" } as Words,
    environment: "Environment",
    location: "Location",
    owner: "Owner",
    team: "Team",
    addRelation: "Relate items, or end a relation",
    relation: "Relation",
    action: "What is done",
    actions: { relate: "Relate them", end: "End the relation" } as Words,
    from: "From the item",
    to: "To the item",
    type: "Kind of relation",
    numberHint: "Its number",
  },
});
