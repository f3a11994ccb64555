import { defineTexts } from "../../texts/define-texts.ts";
import { pageTitles } from "../configuration/page-titles.ts";

type Words = Readonly<Record<string, string>>;

/** Everything the pages about configuration items that may be one say. */
export const duplicateTexts = defineTexts({
  en: {
    many: pageTitles.duplicates,
    lead: "Two items that may be one thing: compare them, then merge them or say that they are two.",
    none: "No pairs here",
    noneLead: "Imports and the daily check propose pairs; whoever sees one reports it on the item's page.",
    columns: { pair: "The two", why: "Why", state: "State", since: "Proposed" },
    shown: "Shown",
    states: {
      open: "To decide",
      merging: "Being merged",
      merged: "Merged",
      dismissed: "They are two",
    } as Words,
    and: " and ",
    reasons: {
      identities: "One row of a source led to both",
      name: "Same class and name",
      reported: "Reported",
    } as Words,
    dismiss: "They are two",
    dismissLead: "The pair is not proposed again.",
    reason: "Why they are two",
    reopen: "They may be one after all",
    merge: "Merge",
    compare: "Compare and merge",
    compareLead:
      "The one that stays takes over what it lacks, relations and what sources know it by. The other one is retired and points to it.",
    survivor: "Which one stays",
    older: "the older one",
    field: "Field",
    stays: "What stays",
    of: (id: string) => `of ${id}`,
    same: "The same in both",
    nothingDiffers: "They say nothing different.",
    taken: "taken over",
    nothing: "nothing",
    class: "Class",
    state: "State",
    sources: "Known by",
    merged: (id: string) => `The merge into ${id} has begun`,
    merging: "Relations and sources are being moved; that goes on by itself.",
    stayed: (survivor: string) => `${survivor} stays.`,
    dismissed: "Why they are two",
    unseen: "One of the two is not for you to see.",
    report: "Report a duplicate",
    reportLead: "Which item is the same thing? Somebody compares the two and merges them.",
    reportOther: "The same thing as",
    reportReason: "Why you think so",
    reported: "They are in the list of possible duplicates",
  },
});
