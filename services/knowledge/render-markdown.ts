import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";

/**
 * Markdown (CommonMark with GitHub's tables) as HTML that is safe to show: HTML in the text is shown as text,
 * links lead to http, https or mailto or stay in the portal, images load from http and https; anything else,
 * such as `javascript:`, becomes empty. Both are micromark's own defaults, named here because they must stay.
 */
export const renderMarkdown = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: false,
    allowDangerousProtocol: false,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  });
