import { useRead } from "../../api/use-read.ts";
import { InAndOutCard } from "./in-and-out-card.tsx";
import { queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

/** Incidents that came in, and those that were resolved. */
export const FlowCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  return (
    <InAndOutCard
      title={texts.cards.flow}
      report="incidents"
      scope={scope}
      query={query}
      read={useRead("GET /reports/incidents", { query })}
      besides={{ figure: "dropped", number: ({ dropped }) => dropped }}
      left="backlog"
    />
  );
};
