import { defineTexts } from "../../texts/define-texts.ts";

type Words = Readonly<Record<string, string>>;

/** What the change's page says about judging, excepting, tying and looking back. */
export const workTexts = defineTexts({
  en: {
    judged: "The risk as you see it",
    judgedHint: "The highest of rules, answers and your judgement counts.",
    assessLead: "Answer what you know. Then those who have to are asked to approve it.",
    abstain: "Abstain",
    review: "Review",
    reviewText: "What went well, what did not, what is done about it",
    reviewTitle: "Review",
    reviewedBy: "by",
    askException: "Ask for an exception",
    askExceptionLead:
      "A freeze stands in its way. Those whom the freeze names decide whether it is done all the same, for this window and no other.",
    approveException: "Grant the exception",
    rejectException: "Refuse the exception",
    exceptionStates: {
      asked: "Asked for",
      granted: "Granted",
      refused: "Refused",
      expired: "Nobody decided in time",
      void: "Void: its window or scope is another one now",
    } as Words,
    exceptionFor: "For",
    freezes: "From",
    why: "Why",
    ties: "Links",
    noTies: "It is tied to nothing yet.",
    link: "Add a link",
    linkType: "It",
    linkTypes: {
      problem: "solves the problem",
      resolves: "resolves the incident",
      caused: "caused the incident",
      request: "was asked for by the request",
      related: "belongs with",
    } as Words,
    linkTarget: "Number of the record",
    linkTargetHint: "Such as PRB0000001, INC0000012",
    unlink: (what: string) => `Remove the link to ${what}`,
    parent: "is a part of",
    after: "comes after",
    part: "has the part",
    unlinked: "The link is removed",
    suspects: "Incidents soon after it",
    suspectsLead: "They opened on what it changes or what depends on that. Did it cause them?",
    suspectStates: {
      proposed: "Not judged yet",
      confirmed: "Caused by it",
      dismissed: "Not caused by it",
    } as Words,
    confirm: (id: string) => `It caused ${id}`,
    dismiss: (id: string) => `It did not cause ${id}`,
    judgedDone: "Written down",
    evidence: "Permits and evidence",
    permit: (to: string) => `Permit for ${to}`,
    until: "until",
    void: "void since",
    missing: {
      impact: "Worked out without knowing what depends on its items: that is not known yet.",
      whole_impact: "Worked out without knowing all that depends on its items.",
    } as Words,
    unknownCis: (count: number) =>
      count === 1 ? "1 of its items is not in the CMDB." : `${count} of its items are not in the CMDB.`,
    alerts: "What monitoring said while it was done",
    muted: "expected, nobody was told",
    severity: (name: string) => `severity ${name}`,
  },
});
