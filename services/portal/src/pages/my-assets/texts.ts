import { defineTexts } from "../../texts/define-texts.ts";

/** What the page of one's own devices says. */
export const myAssetsTexts = defineTexts({
  en: {
    title: "My devices",
    lead: "What is in your name. Confirm what you received; tell us what is lost.",
    empty: "Nothing is in your name",
    emptyLead: "When you get a device, you find it here.",
    tag: "Tag",
    serial: "Serial number",
    since: "Yours since",
    returnBy: "Give back by",
    accept: "Accept",
    acceptLead: "Please confirm that you received it.",
    decline: "It is not mine",
    signature: "Your full name as signature",
    accepted: (when: string) => `You accepted it on ${when}.`,
    declined: (when: string) => `You declined it on ${when}.`,
    missing: "It is lost or stolen",
    what: "What happened",
    lost: "Lost",
    stolen: "Stolen",
    report: "Number of the police report, if there is one",
    problem: "Report a problem with it",
    done: "Done",
  },
});
