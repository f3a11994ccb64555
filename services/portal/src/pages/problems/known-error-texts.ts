import { defineTexts } from "../../texts/define-texts.ts";

type Words = Readonly<Record<string, string>>;

/** What is said where a known error is written and published. */
export const knownErrorTexts = defineTexts({
  en: {
    title: "Known error",
    lead: "What people read who have this trouble: how they notice it, and how to go on until it is mended.",
    published: (edition: number) => `Published: edition ${edition}`,
    forWhom: (audience: string) => `for ${audience}`,
    notPublished: "Nothing is published.",
    draft: "Draft",
    sameDraft: "The draft says the same as what is published.",
    otherDraft: (fields: string) => `The draft says something else: ${fields}.`,
    unpublishedDraft: "Nobody outside reads it until it is published.",
    none: "No known error is written yet.",
    noneLead: "Write it as soon as the symptoms are clear; the workaround may follow.",
    write: "Write",
    rewrite: "Edit the draft",
    publish: "Publish",
    republish: "Publish the draft",
    publishLead: "Its readers see the draft as it is now. Incidents like it are offered it at once.",
    withdraw: "Withdraw",
    withdrawLead: "Nobody outside reads it any more. The draft stays.",
    reason: "Reason",
    audience: "Who reads it",
    audiences: { everyone: "everybody", agents: "agents", teams: "some teams" } as Words,
    teams: "Teams",
    teamsHint: "Only where it is for some teams.",
    fields: {
      title: "Title",
      symptom: "How people notice it",
      cause: "Cause",
      workaround: "Workaround",
      errorCode: "What the failing thing shows",
      ciIds: "Configuration items",
    } as Words,
    ciHint: "Their numbers, with spaces between",
  },
});
