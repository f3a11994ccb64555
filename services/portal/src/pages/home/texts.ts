import { defineTexts } from "../../texts/define-texts.ts";

export const homeTexts = defineTexts({
  en: {
    title: "Home",
    greeting: (name: string) => `Hello ${name}, what do you need?`,
  },
});
