import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about the model of the CMDB are called, apart from what they say. */
export const modelTitles = defineTexts({
  en: {
    hub: "CMDB model",
    sources: { many: "Sources", new: "Name a source" },
    classes: { many: "Classes of items", new: "Make a class" },
    relationTypes: { many: "Types of relations", new: "Make a type of relation" },
  },
});
