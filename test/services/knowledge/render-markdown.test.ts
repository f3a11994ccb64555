import fc from "fast-check";
import { renderMarkdown } from "../../../services/knowledge/render-markdown.ts";
import { referenceData } from "../../infra/local/support/reference-data.ts";

/** All that Markdown can become; nothing of it runs or loads anything but links that are followed and pictures. */
const elements: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title"],
  img: ["src", "alt", "title"],
  ol: ["start"],
  th: ["align"],
  td: ["align"],
  code: ["class"],
};
const plain = "p h1 h2 h3 h4 h5 h6 em strong blockquote ul li pre hr br table thead tbody tr".split(" ");

const decoded = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Empty, relative, or one of the few schemes; judged as a browser reads it, which skips blanks and control characters. */
const isSafeUrl = (value: string, schemes: readonly string[]): boolean => {
  const url = decoded(value).replaceAll(/[\p{Cc}\s]/gu, "");
  const scheme = /^([^:/?#]*):/.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || schemes.includes(scheme);
};

const attribute = /^\s+([a-z]+)(?:="([^"<>]*)")?/;

/** What a strict reader finds in HTML that Markdown should not have become. */
const dangers = (html: string): readonly string[] =>
  html
    .split("<")
    .slice(1)
    .flatMap((piece) => {
      const [, closing = "", name = "", rest = ""] = /^(\/?)([a-z0-9]+)([^>]*)>/.exec(piece) ?? [];
      if (!plain.includes(name) && !(name in elements)) return [`an element: <${piece.slice(0, 60)}`];
      let left = rest.replace(/\s*\/$/, "");
      if (closing !== "" && left !== "") return [`a closing element with attributes: <${piece}`];
      while (left !== "") {
        const [whole, key = "", value = ""] = attribute.exec(left) ?? [];
        if (whole === undefined) return [`attributes: ${left}`];
        if (!elements[name]?.includes(key)) return [`an attribute: ${key} of ${name}`];
        if (key === "href" && !isSafeUrl(value, ["http", "https", "mailto", "irc", "ircs", "xmpp"]))
          return [`a link: ${value}`];
        if (key === "src" && !isSafeUrl(value, ["http", "https"])) return [`a picture: ${value}`];
        left = left.slice(whole.length);
      }
      return [];
    });

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;avascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml,<svg onload=alert(1)>)",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  '[x](https://e.com "onmouseover=alert(1) x=")',
  '[x](https://e.com"onclick="alert(1))',
  '![" onerror="alert(1)](https://e.com/x.png)',
  "[x]: javascript:alert(1)\n\n[x]",
  '[x]: https://e.com "\\"><script>alert(1)</script>"\n\n[x]',
  '```"><script>alert(1)</script>\n</code><script>\n```',
  "| a | b |\n|---|---|\n| <script>x</script> | [y](javascript:1) |",
  "<!-- --><script>alert(1)</script>",
  '<a href="javascript:alert(1)">x</a>',
  "<iframe srcdoc='<script>1</script>'>",
  "`<script>`</script>",
  "\\<script>alert(1)\\</script>",
  "<math><mtext></table><mglyph><style><img src onerror=1>",
];
const naughty = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];

describe("Markdown of whoever", () => {
  it("becomes what it means", () => {
    expect(renderMarkdown("## Steps\n\n1. [Open](https://e.com) `it`\n\n|a|\n|-|\n|b|")).toBe(
      '<h2>Steps</h2>\n<ol>\n<li><a href="https://e.com">Open</a> <code>it</code></li>\n</ol>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    );
  });

  it.each([
    ["script", "a"],
    ["<b>bold</b>", "a"],
  ])("shows HTML as text: %s", (text) => {
    expect(renderMarkdown(`<${text}>`)).toContain("&lt;");
  });

  it("never runs a script, whatever was tried elsewhere", () => {
    const wrong = [...attacks, ...naughty].flatMap((text) =>
      dangers(renderMarkdown(text)).map((why) => [text, why]),
    );
    expect(wrong).toEqual([]);
    expect(naughty.length).toBeGreaterThan(400);
  });

  it("never runs a script, however attacks are cut and mixed", () => {
    const pieces = fc.oneof(
      fc.constantFrom(...attacks, ...naughty.slice(0, 200)),
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "&",
        "[",
        "](",
        ")",
        "`",
        "\n",
        "\t",
        "|",
        "javascript:",
        "\\",
        "!",
        " onerror=",
        "\u0000",
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        expect(dangers(renderMarkdown(parts.join("")))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is judged by a reader that knows a script when it sees one", () => {
    const bad = [
      "<script>x</script>",
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<a href="java\tscript:x">',
      '<img src="data:x">',
      "<svg>",
    ];
    expect(bad.filter((html) => dangers(html).length === 0)).toEqual([]);
  });
});
