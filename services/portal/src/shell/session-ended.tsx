import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import { signIn } from "../session/session.ts";
import { shellTexts as texts } from "../texts/shell.ts";

/** Stands over the page when the session is over; the page behind it stays as it is. */
export const SessionEnded = () => (
  <Modal
    visible
    header={texts.ended}
    closeAriaLabel={texts.signIn}
    onDismiss={() => void signIn()}
    footer={
      <Button variant="primary" onClick={() => void signIn()}>
        {texts.signIn}
      </Button>
    }
  >
    {texts.endedLead}
  </Modal>
);
