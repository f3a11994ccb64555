import { defineTexts } from "../../texts/define-texts.ts";

type Words = Readonly<Record<string, string>>;

/** Everything the map of dependencies says. */
export const mapTexts = defineTexts({
  en: {
    title: "Map of dependencies",
    lead: "What it needs stands above it, what suffers with it below. The list says the same as the picture.",
    label: (name: string) => `What ${name} needs, and what suffers with it`,
    list: "The items of the map as a list",
    way: "Show",
    ways: {
      both: "What it needs, and what suffers",
      downstream: "What suffers",
      upstream: "What it needs",
    } as Words,
    depth: "As far as",
    depths: { 1: "1 step", 2: "2 steps", 3: "3 steps", 5: "5 steps", 50: "50 steps" } as Words,
    day: "As it was on",
    dayHint: "Empty for now",
    add: "What if this fails, too?",
    addHint: "Beginning of its name",
    loading: "Looking for items",
    clear: "Clear the name",
    noMatch: "No item begins so",
    typed: (text: string) => `Name begins with ${text}`,
    failTogether: "Taken as failing at the same time",
    remove: (name: string) => `${name} does not fail`,
    alsoFails: "Also fails",
    alsoFailsName: (name: string) => `Also fails: ${name}`,
    summary: (failing: number, items: number, services: number) =>
      `${failing === 1 ? "If it fails" : `If these ${failing} fail together`}, ${items === 1 ? "1 item suffers" : `${items} items suffer`}; services concerned: ${services}.`,
    unknown: (ids: string) => `Not known at that time: ${ids}.`,
    asOf: (name: string, kind: string, state: string, relations: number, hasMore: boolean) =>
      `${name} (${kind}), ${state.toLowerCase()}, with ${relations}${hasMore ? " or more" : ""} relations.`,
    suffers: "What suffers",
    noneSuffers: "Nothing suffers with it, or redundancy holds.",
    needed: "What it needs",
    noneNeeded: "It needs nothing that is known here.",
    steps: (count: number) => (count === 1 ? "1 step away" : `${count} steps away`),
    leftOff: (count: number) => `${count} more are not listed.`,
    hidden: (count: number) => `${count} more are not for you to see.`,
    undrawn: (count: number) =>
      `${count} items are in the list only: the picture would show nothing any more.`,
    legend:
      "Thick frame: taken as failing. Dashed frame: suffers. ● good, ▲ degraded, ✖ down: how each is doing now.",
    mayBeWorse: "Not all that these items need was looked at: some may do worse than is shown.",
    past: "The past is shown without health, which is known for now only.",
  },
});
