import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { partTexts as texts } from "../texts/parts.ts";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** What is done at the end of it. */
  readonly confirm: {
    readonly text: string;
    readonly onClick: () => void;
    readonly isRunning?: boolean;
    readonly isDisabled?: boolean;
  };
  /** Large for what is written there rather than answered. */
  readonly size?: "medium" | "large";
  readonly children: ReactNode;
};

/** A question in front of the page, to be answered or given up. */
export const Dialog = ({ title, onClose, confirm, size = "medium", children }: Props) => {
  const { text, onClick, isRunning = false, isDisabled = false } = confirm;
  return (
    <Modal
      visible
      size={size}
      header={title}
      closeAriaLabel={texts.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={isRunning} disabled={isDisabled} onClick={onClick}>
              {text}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
};
