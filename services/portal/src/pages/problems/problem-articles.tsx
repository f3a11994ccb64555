import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { usePages } from "../../api/use-pages.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { follow } from "../../shell/follow.ts";
import type { Problem } from "./problem-actions.ts";
import { problemTexts as texts } from "./texts.ts";

/** Articles that were made of a problem, or are tied to it: what people read about it besides its known error. */
export const ProblemArticles = ({ problem }: { readonly problem: Problem }) => {
  const { items, isLoading } = usePages("GET /articles", { query: { recordId: problem.id, limit: 25 } });
  const relations = new Map(problem.articles?.map(({ id, relation }) => [id, relation]));
  return (
    <Container header={<Header variant="h2">{texts.articles}</Header>}>
      {items.length === 0 && !isLoading && <Box color="text-body-secondary">{texts.noArticles}</Box>}
      <ul className="changes">
        {items.map(({ id, state, latest, published }) => (
          <li key={id}>
            <Link href={`/articles/${id}`} onFollow={follow}>
              {(latest ?? published)?.title ?? id}
            </Link>{" "}
            <StateBadge state={state} /> {texts.articleRelations[relations.get(id) ?? ""]}
          </li>
        ))}
      </ul>
    </Container>
  );
};
