import type * as z from "zod";
import type { KnownErrorSnapshot } from "../problem/events-snapshot.ts";
import { alreadyThere } from "./already-there.ts";
import { Content } from "./content.ts";
import { saidBy } from "./decisions/propose.ts";
import { themesOf } from "./likeness.ts";
import { askToImprove, draftFor, reuse, tieTo } from "./propose-article.ts";
import type { KnowledgeContext } from "./table.ts";

type Snapshot = z.infer<typeof KnownErrorSnapshot>;

const contentOf = (known: Snapshot): Content => {
  const { problemId, title, symptom, cause, workaround, errorCode, ciIds, serviceId, category, audience } =
    known;
  const parts = [
    ["Symptoms", symptom],
    ["Cause", cause ?? "Not known yet."],
    ["Workaround", workaround ?? "None yet."],
    ["Fix", `Followed up in ${problemId}.`],
  ];
  return Content.parse({
    title,
    kind: "known_error",
    keywords: errorCode ? [errorCode.slice(0, 50)] : [],
    category,
    serviceId,
    ciIds: ciIds.slice(0, 20),
    audience: audience.kind,
    teamIds: (audience.teamIds ?? []).slice(0, 20),
    body: parts.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join("\n"),
  });
};

/** What it says, as it is compared with what others say. */
const textOf = ({ symptom, cause = "", workaround = "", errorCode = "" }: Snapshot): string =>
  [symptom, workaround, cause, errorCode].join(" ").trim();

/**
 * A published known error becomes a draft once, however often it is published. Where an article says it already, that
 * was reused and its owner is asked to improve it; a draft that is to say it gets a reason more. What is found
 * meanwhile is the known error itself.
 */
export const proposeKnownError = async (
  known: Snapshot,
  ownerId: string,
  context: KnowledgeContext,
): Promise<void> => {
  const { proposals } = await context.settings();
  if (!proposals.enabled) return;
  const origin = { kind: "problem", id: known.problemId } as const;
  const present = await context.articles.holder(`origin#${origin.id}`);
  if (present !== undefined) {
    if (known.edition > 1) await askToImprove(await context.articles.get(present), origin, context);
    return;
  }
  const text = textOf(known);
  const there = await alreadyThere(`${known.title} ${text}`, [], context);
  const said = saidBy(themesOf({ title: known.title, text }), there);
  if (said?.kind === "reuse") await reuse(said.articleId, origin, context);
  else if (said) await tieTo(said.articleId, origin, context);
  else await draftFor(origin, contentOf(known), ownerId, context);
};
