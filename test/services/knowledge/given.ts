import { knowledgeGrants } from "../../../services/knowledge/access.ts";
import type { Article, WholeArticle } from "../../../services/knowledge/article.ts";
import { Content } from "../../../services/knowledge/content.ts";
import type { Circumstances, Command } from "../../../services/knowledge/decisions/command.ts";
import { publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { draftArticle } from "../../../services/knowledge/decisions/write.ts";
import { defaultSettings, type SettingsFields } from "../../../services/knowledge/settings.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

export const person = (
  id: string,
  roles: readonly string[] = ["employee"],
  teams: readonly string[] = [],
): Actor => ({ id, roles, teams, permissions: granted(knowledgeGrants, roles) });

export const reader = person("reader");
export const author = person("author", ["employee", "agent"], ["desk"]);
export const otherAgent = person("other-agent", ["employee", "agent"], ["network"]);
export const curator = person("curator", ["employee", "knowledge-manager"]);

export const now = "2026-03-02T09:00:00.000Z";
export const on = (actor: Actor, more: Partial<SettingsFields> = {}, at = now): Circumstances => ({
  actor,
  now: at,
  settings: { ...defaultSettings, ...more },
});

/** The article as a decision leaves it. */
export const applied = (before: Article | undefined, decision: Decision<Article>): WholeArticle => {
  const base = before ?? ({ id: "KB0000001", version: 0, createdAt: now, updatedAt: now } as Article);
  const after: Record<string, unknown> = Object.assign({}, base, ...decision.map(({ changes }) => changes));
  for (const name of Object.keys(after)) if (after[name] === undefined) delete after[name];
  return { ...after, version: base.version + decision.length } as unknown as WholeArticle;
};

export const types = (decision: Decision<Article>): string[] => decision.map(({ event }) => event.type);

export const content = (more: Record<string, unknown> = {}): Content =>
  Content.parse({ title: "VPN error 809", body: "Open UDP port 500.", audience: "everyone", ...more });

/** Written by `author`, who also owns it. */
export const drafted = (more: Record<string, unknown> = {}): WholeArticle =>
  applied(undefined, draftArticle("KB0000001", content(more), { ownerId: "author" }, on(author)));

/** Runs a command as the API would: validate, decide, apply. */
export const done = (
  article: WholeArticle,
  command: Command,
  body: unknown,
  circumstances: Circumstances,
): WholeArticle => applied(article, command.decide(article, command.body.parse(body), circumstances));

/** Reviewed by `curator`. */
export const published = (
  more: Record<string, unknown> = {},
  rules: Partial<SettingsFields> = {},
): WholeArticle => done(done(drafted(more), submit, {}, on(author, rules)), publish, {}, on(curator, rules));
