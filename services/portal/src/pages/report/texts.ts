import { defineTexts } from "../../texts/define-texts.ts";

/** What the page for reporting a problem says. */
export const reportTexts = defineTexts({
  en: {
    title: "Report a problem",
    lead: "Three lines are enough. While you write, we look for what may help at once.",
    template: "Begin from a template",
    templateHint: "For what is reported often. You can change what it fills in.",
    what: "What does not work?",
    whatHint: "In a few words, as you would tell a colleague.",
    more: "Tell us more",
    moreHint: "Since when, what you see, what you tried. Error numbers help.",
    who: "Who needs help?",
    whoHint: "Leave it empty when it is you.",
    urgency: "How does it hold you up?",
    urgencies: {
      "1": "I cannot work at all",
      "2": "I can work, but with difficulty",
      "3": "It can wait",
    } as Readonly<Record<string, string>>,
    impact: "Who is affected?",
    impacts: {
      "3": "Only me",
      "2": "My team",
      "1": "Many people",
    } as Readonly<Record<string, string>>,
    service: "What is it about?",
    serviceHint: "The service, if you know it. It finds better help.",
    category: "Category",
    items: "Affected items",
    send: "Send",
    begun: (title: string) => `You began another report that is not sent yet: ${title}.`,
    goOn: "Go on with it",
    startOver: "Start over",
    sent: (id: string) => `Thank you. Your ticket is ${id}.`,
    help: "This may help at once",
    helpLead: "As you write, articles and known errors show up here.",
    yours: "You have a ticket that sounds the same",
    solvedIt: "That solved it",
    glad: "Good. Nothing was reported.",
  },
});
