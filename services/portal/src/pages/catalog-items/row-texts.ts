import { defineTexts } from "../../texts/define-texts.ts";

/** What is said of rows that are written one below the other. */
export const rowTexts = defineTexts({
  en: {
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    copy: (name: string) => `Duplicate ${name}`,
    remove: (name: string) => `Remove ${name}`,
    added: "Added",
    copied: (name: string) => `${name} is there twice`,
    removed: (name: string) => `${name} is removed. Undo brings it back.`,
    moved: (name: string, at: number, of: number) => `${name} is now ${at} of ${of}`,
    movedOn: (name: string) => `${name} is now in the neighbouring section`,
  },
});
