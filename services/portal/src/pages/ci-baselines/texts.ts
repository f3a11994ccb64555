import { defineTexts } from "../../texts/define-texts.ts";
import { pageTitles } from "../configuration/page-titles.ts";

type Words = Readonly<Record<string, string>>;

/** Everything the pages about baselines say. */
export const baselineTexts = defineTexts({
  en: {
    kind: {
      many: pageTitles.baselines.many,
      lead: "How a part of the infrastructure was at a moment, to compare with: histories know it, nothing is copied.",
      new: pageTitles.baselines.new,
      none: "No baselines here",
      noneLead: "Take one before a large change: afterwards it shows what became otherwise.",
    },
    name: "Name",
    description: "Description",
    what: "What it holds fast",
    whatLead: "Chosen once: later only name and description change.",
    cis: "It begins with",
    direction: "From there",
    directions: {
      upstream: "All that they need",
      downstream: "All that needs them",
    } as Words,
    depth: "Steps at most",
    at: "As it was at",
    atHint: "Now, unless given",
    drift: "What became otherwise",
    driftLead: (from: string, to: string) => `From ${from} to ${to}.`,
    until: "Compared with how it was at the end of",
    untilHint: "Empty: with now",
    counts: {
      added: "Came",
      removed: "Went",
      changed: "Changed",
      relationsAdded: "Relations that came",
      relationsRemoved: "Relations that went",
      relationsChanged: "Relations weighed otherwise",
    } as Words,
    items: (before: number, after: number) => `${before} items then, ${after} at the end.`,
    hidden: (count: number) => `${count} more are not for you to see.`,
    nothing: "Nothing became otherwise.",
    relation: (from: string, type: string, to: string) => `${from} ${type} ${to}`,
    sets: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    none: "nothing",
  },
});
