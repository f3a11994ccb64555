import { defineTexts } from "../../texts/define-texts.ts";

/**
 * What the pages about how changes go are called. Apart from what they say, since the navigation of every visit needs
 * these.
 */
export const ruleTitles = defineTexts({
  en: {
    hub: "How changes go",
    templates: { many: "Change templates", new: "New template" },
    models: { many: "Change models", new: "New model" },
    freezes: { many: "Freezes", new: "New freeze" },
    windows: { many: "Maintenance windows", new: "New window" },
    boards: { many: "Change advisory boards", new: "New board" },
    feeds: { many: "Calendar feeds", new: "New feed" },
    settings: "Rules for all changes",
    risk: "Risk of changes",
  },
});
