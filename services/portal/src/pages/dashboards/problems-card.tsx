import { useRead } from "../../api/use-read.ts";
import { InAndOutCard } from "./in-and-out-card.tsx";
import { queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

/** Causes that were found and removed. */
export const ProblemsCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  return (
    <InAndOutCard
      title={texts.cards.problems}
      report="problems"
      scope={scope}
      query={query}
      read={useRead("GET /reports/problems", { query })}
      besides={{ figure: "known_error", number: ({ knownErrors }) => knownErrors }}
      left="open"
    />
  );
};
