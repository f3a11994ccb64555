import Flashbar from "@cloudscape-design/components/flashbar";
import { useStore } from "../session/store.ts";
import { shellTexts as texts } from "../texts/shell.ts";
import { dismiss, notices } from "./notices.ts";

/** What the portal has to say, above the page. */
export const NoticeBar = () => (
  <Flashbar
    i18nStrings={{ ariaLabel: texts.notices }}
    items={useStore(notices).map(({ id, type, text }) => ({
      id,
      type,
      content: text,
      dismissible: true,
      dismissLabel: texts.dismiss,
      onDismiss: () => dismiss(id),
      ariaRole: type === "error" ? "alert" : "status",
    }))}
  />
);
