import { defineTexts } from "../../texts/define-texts.ts";
import { assetTitles as titles } from "../assets/titles.ts";

type Words = Readonly<Record<string, string>>;

/** What the pages about what people ask for, and about what nobody accounts for, say. */
export const requestTexts = defineTexts({
  en: {
    requests: titles.requests,
    lead: "Assets that people asked for. Hand one out, and the request is fulfilled by itself.",
    none: "Nobody waits for an asset",
    noneLead: "What people ask for on their page of devices shows here.",
    model: "Model",
    person: "For",
    requester: "Asked by",
    until: "Until",
    reason: "What for",
    since: "Asked",
    state: "State",
    states: {
      open: "Waits",
      fulfilled: "Handed out",
      declined: "Declined",
      withdrawn: "Taken back",
    } as Words,
    next: "What can be done",
    decline: "Decline",
    declineReason: "What they are told",
    findings: titles.findings,
    findingsLead: "Configuration items of a class that assets are kept of, without an asset.",
    noFindings: "Everything is accounted for",
    noFindingsLead: "What is found without an asset shows here by itself.",
    ci: "Configuration item",
    class: "Class",
    found: "Found",
    findingStates: { open: "Open", settled: "Has an asset, or is gone", dismissed: "Needs none" } as Words,
    dismiss: "It needs no asset",
    why: "Why",
  },
});
