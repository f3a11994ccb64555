import { defineTexts } from "../../texts/define-texts.ts";
import { ruleTitles as titles } from "./titles.ts";

type Words = Readonly<Record<string, string>>;

/** What the pages of settings, feeds, and ways to them say. */
export const settingsTexts = defineTexts({
  en: {
    settings: titles.settings,
    settingsLead: "They count from now on; who is asked already stays asked.",
    switches: {
      approverIsNotRequester: "Nobody approves what they ask for",
      approverIsNotImplementer: "Nobody approves what they do",
      implementerIsNotRequester: "Nobody does what they ask for",
      beginsInWindow: "Work begins within the planned window and not outside of it",
      gateNeedsChange: "The gate opens for authorised changes only; otherwise it is shut in freezes only",
      overrunRaisesPriority: "Work that goes on after its window is more urgent",
      overrunAddsTask: "Somebody is to decide whether work that goes on after its window is taken back",
    } as Words,
    openTasks: "Open tasks when a change is done",
    openTasksOf: { block: "Stand in the way", cancel: "Are cancelled" } as Words,
    opensIncident: "An unauthorised change is an incident",
    opensIncidentOf: {
      never: "Never",
      critical: "For items of high criticality",
      always: "Always",
    } as Words,
    suspectHours: "Incidents may be caused by a change that ended so long before (hours)",
    lookback: "How long a source may take to notice (hours)",
    lookbackHint: "So long before it speaks of an item a change of it may have been done.",
    ways: {
      "/change-templates": "Standard changes, with their review and approval",
      "/change-models": "What is asked, planned and approved for changes of a kind",
      "/change-freezes": "When nothing is changed, and who lets something through",
      "/change-windows": "When services and items may be worked on",
      "/change-boards": "Who advises on changes, and when they meet",
      "/change-feeds": "Calendars that programs subscribe to",
      "/change-risk-settings": "How risk is worked out, and the questionnaire",
      "/change-settings": "Separation of duties, windows, the gate, overruns, unauthorised changes",
    } as Words,
    feeds: {
      ...titles.feeds,
      lead: "A calendar of changes, or of a board's meetings, that programs subscribe to. Retiring a feed ends its address.",
      none: "No feed yet",
      noneLead: "Make one for a team, a service or a board, and subscribe to its address.",
    },
    about: "What is in it",
    aboutOf: {
      all: "All changes",
      teamId: "Open changes of a team",
      serviceId: "Changes of a service",
      ciId: "Changes of an item",
      boardId: "Meetings of a board",
    } as Words,
    ofWhich: { teamId: "Team", serviceId: "Service", ciId: "Number of the item", boardId: "Board" } as Words,
    subscribe: "Subscribe",
    subscribeLead: "Whoever has the address reads the calendar without signing in.",
    makeLink: "Show the address",
    address: "Address for calendar programs",
  },
});
