import { likenessTo, sameAgain, type Themes } from "../likeness.ts";
import type { SettingsFields } from "../settings.ts";

/** A resolved ticket, as it is looked at. */
export type Resolved = {
  readonly id: string;
  readonly code: string;
  /** How long what was written about its resolution is, in characters. */
  readonly length: number;
  /** ISO 8601. */
  readonly resolvedAt: string;
  readonly themes: Themes;
};

type Likely = { readonly id: string; readonly themes: Themes };

/** What is there already, found by searching: the likeliest of each. */
export type AlreadyThere = {
  readonly articles: readonly Likely[];
  /** Proposed and not published yet. */
  readonly drafts: readonly Likely[];
  readonly tickets: readonly Resolved[];
};

export type Proposal =
  | { readonly kind: "none"; readonly why: "switched_off" | "code" | "too_short" | "too_rare" }
  /** An article says it: it was reused, and may be made better. */
  | { readonly kind: "reuse"; readonly articleId: string }
  /** A draft is to say it: one more reason to finish it. */
  | { readonly kind: "tie"; readonly articleId: string }
  | { readonly kind: "draft"; readonly alike: readonly string[] };

/** Where two texts are the same; chosen on tickets of a real desk, so that no two drafts say the same. */
export const thresholds = { article: 0.6, draft: 0.45, ticket: 0.45 } as const;

const day = 24 * 3_600_000;

const best = <T>(all: readonly T[], score: (one: T) => number, least: number): T | undefined =>
  all
    .map((one) => ({ one, score: score(one) }))
    .filter((each) => each.score >= least)
    .toSorted((a, b) => b.score - a.score)[0]?.one;

/** What says already what a record would teach: an article, or a draft that is to say it. */
export const saidBy = (
  themes: Themes,
  { articles, drafts }: Pick<AlreadyThere, "articles" | "drafts">,
): Extract<Proposal, { readonly kind: "reuse" | "tie" }> | undefined => {
  const article = best(articles, (each) => likenessTo(themes, each.themes), thresholds.article);
  if (article) return { kind: "reuse", articleId: article.id };
  const draft = best(drafts, (each) => sameAgain(themes, each.themes), thresholds.draft);
  return draft && { kind: "tie", articleId: draft.id };
};

const isUseless = (ticket: Resolved, rules: SettingsFields["proposals"]) => {
  if (!rules.enabled) return "switched_off";
  if (rules.withoutCodes.includes(ticket.code)) return "code";
  return ticket.length < rules.leastCharacters ? "too_short" : undefined;
};

/**
 * What the resolution of a ticket means for knowledge (KCS: reuse is improve, and capture what comes again): an
 * article that says it is reused, a draft that is to say it gets a reason more, and only what neither says and
 * what has come often enough makes a draft.
 */
export const propose = (
  ticket: Resolved,
  { articles, drafts, tickets }: AlreadyThere,
  rules: SettingsFields["proposals"],
): Proposal => {
  const why = isUseless(ticket, rules);
  if (why !== undefined) return { kind: "none", why };
  const said = saidBy(ticket.themes, { articles, drafts });
  if (said) return said;
  const from = Date.parse(ticket.resolvedAt) - rules.windowDays * day;
  const alike = tickets.filter(
    (other) =>
      other.id !== ticket.id &&
      Date.parse(other.resolvedAt) >= from &&
      sameAgain(ticket.themes, other.themes) >= thresholds.ticket,
  );
  return alike.length + 1 < rules.repeats
    ? { kind: "none", why: "too_rare" }
    : { kind: "draft", alike: alike.map(({ id }) => id) };
};
