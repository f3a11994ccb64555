import { useEffect } from "react";
import { shellTexts } from "../texts/shell.ts";

/** Names the browser's tab, so that a person with twenty of them finds the one. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${shellTexts.product}`;
  }, [title]);
};
