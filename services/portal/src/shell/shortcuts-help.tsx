import Box from "@cloudscape-design/components/box";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useStore } from "../session/store.ts";
import { shellTexts as texts } from "../texts/shell.ts";
import { activeShortcuts } from "./shortcuts.ts";

type Props = { readonly onClose: () => void };

/** Every shortcut of the page that is open. */
export const ShortcutsHelp = ({ onClose }: Props) => {
  const shortcuts = useStore(activeShortcuts);
  return (
    <Modal visible onDismiss={onClose} header={texts.shortcuts} closeAriaLabel={texts.close}>
      <SpaceBetween size="s">
        <Box color="text-body-secondary">{texts.shortcutsHint}</Box>
        <table className="shortcuts">
          <thead>
            <tr>
              <th scope="col">{texts.key}</th>
              <th scope="col">{texts.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {shortcuts.map(({ keys, meaning }) => (
              <tr key={`${keys} ${meaning}`}>
                <td>
                  {keys.split(" ").map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </SpaceBetween>
    </Modal>
  );
};
