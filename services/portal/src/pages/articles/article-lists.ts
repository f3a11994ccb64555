import type { QueryOf } from "../../api/request.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { articleTexts as texts } from "./texts.ts";

/** A list of articles that somebody may ask for. */
export type ArticleListed = {
  readonly id: string;
  readonly text: string;
  readonly query: QueryOf<"GET /articles">;
};

const byState = (state: "draft" | "review" | "published" | "retired"): ArticleListed => ({
  id: state,
  text: texts.lists[state] ?? state,
  query: { state },
});

/**
 * The lists that a person may look at: their own, what they or their teams are asked to review, and what is published for
 * them; who manages knowledge sees all there is by state.
 */
export const articleLists = (me: Me, teamName: (id: string) => string): readonly ArticleListed[] => [
  { id: "mine", text: texts.lists.mine ?? "", query: { ownerId: me.id } },
  { id: "asked", text: texts.lists.asked ?? "", query: { reviewerId: me.id } },
  ...me.teams.map((teamId) => ({
    id: `team ${teamId}`,
    text: texts.askedOf(teamName(teamId)),
    query: { reviewTeamId: teamId },
  })),
  ...(hasRole(me, "knowledge-manager")
    ? [byState("draft"), byState("review"), byState("published"), byState("retired")]
    : [{ id: "readable", text: texts.lists.published ?? "", query: {} }]),
];
