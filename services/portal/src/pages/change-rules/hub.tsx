import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { follow } from "../../shell/follow.ts";
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
  <Container
    header={
      <Header variant="h1" description={ruleTexts.hubLead}>
        {ruleTexts.hub}
      </Header>
    }
  >
    <SpaceBetween size="m">
      {Object.entries(names).map(([href, name]) => (
        <div key={href}>
          <Link href={href} onFollow={follow} fontSize="heading-s">
            {name}
          </Link>
          <Box color="text-body-secondary">{texts.ways[href]}</Box>
        </div>
      ))}
    </SpaceBetween>
  </Container>
);
