import { Hub } from "../../parts/hub.tsx";
import { riskTexts } from "./risk-texts.ts";
import { settingsTexts as texts } from "./settings-texts.ts";
import { ruleTexts } from "./texts.ts";

const names: Readonly<Record<string, string>> = {
  "/change-templates": ruleTexts.templates.many,
  "/change-models": ruleTexts.models.many,
  "/change-freezes": ruleTexts.freezes.many,
  "/change-windows": ruleTexts.windows.many,
  "/change-boards": ruleTexts.boards.many,
  "/change-feeds": texts.feeds.many,
  "/change-risk-settings": riskTexts.title,
  "/change-settings": texts.settings,
};

/** The ways to everything that says how changes go. */
export const RulesHub = () => (
  <Hub title={ruleTexts.hub} lead={ruleTexts.hubLead} names={names} ways={texts.ways} />
);
