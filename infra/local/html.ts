const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe inside HTML text and quoted attributes. */
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");

/** HTML that is already safe; everything else that goes into a template is escaped. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[];

const isList = (part: Part): part is readonly Html[] => Array.isArray(part);

const text = (part: Part): string => {
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return isList(part) ? part.map(({ html: each }) => each).join("") : part.html;
};

/** Template tag: ``html`<b>${name}</b>` `` escapes what it is given unless it is itself the result of `html`. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings
    .map((fixed, index) => fixed + (index < parts.length ? text(parts[index] ?? "") : ""))
    .join(""),
});

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid GrayText; vertical-align: top; }
td.number, th.number { text-align: right; }
button { font: inherit; padding: .5rem .75rem; }
ul.people { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
ul.people button { width: 100%; text-align: left; }
.problem { font-weight: bold; }
small { display: block; }
`;

/** A whole page: no script, readable without style, in light and dark. */
export const page = (title: string, content: Html): string =>
  `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ html: style }}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`
      .html
  }\n`;
