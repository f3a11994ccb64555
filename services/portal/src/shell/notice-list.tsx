import Flashbar from "@cloudscape-design/components/flashbar";
import { shellTexts as texts } from "../texts/shell.ts";
import { dismiss, type Notice } from "./notices.ts";

export type NoticeListProps = { readonly shown: readonly Notice[] };

/** Messages; each is read out when it comes, and stays until it is dismissed or read by then. */
export const NoticeList = ({ shown }: NoticeListProps) => (
  <Flashbar
    i18nStrings={{ ariaLabel: texts.notices }}
    items={shown.map(({ id, type, text }) => ({
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
