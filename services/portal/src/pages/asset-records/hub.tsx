import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { follow } from "../../shell/follow.ts";
import { recordTexts as texts } from "./texts.ts";

const names: Readonly<Record<string, string>> = {
  "/asset-models": texts.models.many,
  "/stockrooms": texts.stockrooms.many,
  "/asset-locations": texts.locations.many,
  "/vendors": texts.vendors.many,
  "/cost-centers": texts.costCenters.many,
  "/asset-kits": texts.kits.many,
  "/asset-settings": texts.settings,
};

/** The ways to everything that assets refer to. */
export const RecordsHub = () => (
  <Container
    header={
      <Header variant="h1" description={texts.hubLead}>
        {texts.hub}
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
