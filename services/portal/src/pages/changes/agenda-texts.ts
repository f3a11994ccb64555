import { defineTexts } from "../../texts/define-texts.ts";

/** What the agenda of a board's meeting says beside what is decided. */
export const agendaTexts = defineTexts({
  en: {
    put: "Put on the agenda",
    putLead: "A change that is on it already gets the note.",
    change: "Change",
    changeHint: "Such as CHG0000001",
    note: "What was said of it",
    decide: "Write down the decision",
    verdict: "The board",
    lead: "It counts for everybody who is there, but for whom you name below as having decided otherwise.",
    verdicts: { approve: "approves", reject: "rejects", abstain: "abstains" } as Readonly<
      Record<string, string>
    >,
    otherwise: {
      approve: "Approved otherwise",
      reject: "Rejected otherwise",
      abstain: "Abstained otherwise",
    } as Readonly<Record<string, string>>,
  },
});
