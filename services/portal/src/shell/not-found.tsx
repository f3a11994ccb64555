import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { shellTexts as texts } from "../texts/shell.ts";
import { follow } from "./follow.ts";
import { useTitle } from "./title.ts";

/** For addresses that lead nowhere, and records that one may not see. */
export const NotFound = () => {
  useTitle(texts.notFound);
  return (
    <SpaceBetween size="m">
      <Header variant="h1">{texts.notFound}</Header>
      <Box>{texts.notFoundLead}</Box>
      <Button href="/" onFollow={follow}>
        {texts.home}
      </Button>
    </SpaceBetween>
  );
};
