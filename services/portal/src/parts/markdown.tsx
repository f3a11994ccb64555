import { useEffect, useState } from "react";

const load = async () => {
  const [{ micromark }, { gfmTable, gfmTableHtml }] = await Promise.all([
    import("micromark"),
    import("micromark-extension-gfm-table"),
  ]);
  return (text: string): string =>
    micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
};

/** Markdown as people read it. HTML in it stays text, and addresses that are no web address lead nowhere. */
export const Markdown = ({ text }: { readonly text: string }) => {
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    let isShown = true;
    void load().then((render) => isShown && setHtml(render(text)));
    return () => {
      isShown = false;
    };
  }, [text]);
  if (html === undefined) return <p className="words">{text}</p>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes what is not its own
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
};
