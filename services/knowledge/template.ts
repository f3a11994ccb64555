import * as z from "zod";
import { ArticleKind } from "./content.ts";

const parts: Readonly<Record<ArticleKind, readonly [heading: string, help: string][]>> = {
  how_to: [
    ["Before you begin", "What is needed: access, data, a device."],
    ["Steps", "1. One action per step, as it is called on the screen.\n2. What shows that it worked."],
    ["If it does not work", "What goes wrong most often, and whom to ask."],
  ],
  known_error: [
    ["Symptoms", "What people see, with the words and codes on the screen."],
    ["Cause", "What is known of it."],
    ["Workaround", "How work goes on until it is fixed."],
    ["Fix", "When and with what it goes away for good."],
  ],
  faq: [
    ["Question", "In the words of who asks."],
    ["Answer", "The answer first, reasons after it."],
  ],
  runbook: [
    ["Meaning", "What the alert says."],
    ["Impact", "Who and what is affected."],
    ["Diagnosis", "What to look at, in order, with the commands."],
    ["Mitigation", "How service is restored, with the commands and how to take them back."],
  ],
};

export const ArticleTemplate = z.object({
  kind: ArticleKind,
  headings: z.array(z.string()).describe("Parts that readers look for"),
  body: z.string().describe("Markdown to begin with"),
});

/** What an article of each kind begins with. */
export const articleTemplates: readonly z.infer<typeof ArticleTemplate>[] = ArticleKind.options.map(
  (kind) => ({
    kind,
    headings: parts[kind].map(([heading]) => heading),
    body: parts[kind].map(([heading, help]) => `## ${heading}\n\n${help}\n`).join("\n"),
  }),
);

export const headingsOf = (kind: ArticleKind): readonly string[] => parts[kind].map(([heading]) => heading);
