import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { signIn } from "../session/session.ts";
import { shellTexts as texts } from "../texts/shell.ts";

type Props = { readonly isBroken?: boolean };

/** What is seen before anybody is signed in, or when the system does not answer. */
export const Gate = ({ isBroken = false }: Props) => (
  <main className="gate">
    <SpaceBetween size="l">
      <Box variant="h1">{texts.product}</Box>
      {isBroken ? (
        <Alert type="error" header={texts.unavailable}>
          {texts.unavailableLead}
        </Alert>
      ) : (
        <Box variant="p">{texts.signInLead}</Box>
      )}
      <Button variant="primary" onClick={() => void (isBroken ? location.reload() : signIn())}>
        {isBroken ? texts.again : texts.signIn}
      </Button>
    </SpaceBetween>
  </main>
);
