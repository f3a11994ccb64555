import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { follow } from "../../shell/follow.ts";
import { modelTexts as texts } from "./texts.ts";
import { modelTitles as titles } from "./titles.ts";

const names: Readonly<Record<string, string>> = {
  "/ci-sources": titles.sources.many,
  "/ci-classes": titles.classes.many,
  "/relation-types": titles.relationTypes.many,
};

/** The ways to everything that says what there can be in the CMDB. */
export const ModelHub = () => (
  <Container
    header={
      <Header variant="h1" description={texts.hubLead}>
        {titles.hub}
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
