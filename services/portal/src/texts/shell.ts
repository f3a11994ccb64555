import { defineTexts } from "./define-texts.ts";

/** What the portal says around its pages. */
export const shellTexts = defineTexts({
  en: {
    product: "Steward",
    signIn: "Sign in",
    signInLead: "IT service management. Sign in to get help, to help, or to run services.",
    signOut: "Sign out",
    loading: "Loading",
    skip: "Skip to the page",
    navigation: "Navigation",
    openNavigation: "Open navigation",
    closeNavigation: "Close navigation",
    notices: "Messages",
    dismiss: "Dismiss message",
    settings: "Settings",
    you: "You",
    sections: {
      "self-service": "Self-service",
      work: "Work",
      services: "Services",
      insight: "Insight",
      administration: "Administration",
    },
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "As the system" },
    density: "Density",
    densities: { comfortable: "Comfortable", compact: "Compact" },
    shortcuts: "Keyboard shortcuts",
    shortcutsHint: "Press ? on any page to see this list. Keys do nothing while you type in a field.",
    close: "Close",
    key: "Key",
    meaning: "What it does",
    ended: "Your session has ended",
    endedLead:
      "Sign in again to go on. What you typed is kept on this device and will be here when you are back.",
    broken: "This part of the page does not work",
    brokenLead:
      "It is our mistake, not yours. Nothing you saved is lost. Try again, or go to the start page.",
    again: "Try again",
    home: "Go to the start page",
    unavailable: "Steward cannot be reached",
    unavailableLead: "Check your connection and try again. If it goes on, tell your service desk.",
    notFound: "There is no such page",
    notFoundLead: "The address may be mistyped, or what it named is gone or not meant for you.",
  },
});
