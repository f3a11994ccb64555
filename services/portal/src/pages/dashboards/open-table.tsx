import Table from "@cloudscape-design/components/table";
import { NumberLink } from "./number-link.tsx";
import { ages, cellOf, levels, type OpenRow } from "./open-work.ts";
import { listOf } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

export type OpenTableProps = { readonly rows: readonly OpenRow[]; readonly team: string | undefined };

const whatOf = (level: string, age: string): string =>
  `${texts.figures.open}, ${texts.priorities[level]}, ${texts.age} ${texts.ages[age]}`;

/** What is open now as a table, whose numbers open their lists. */
export const OpenTable = ({ rows, team }: OpenTableProps) => (
  <Table
    variant="embedded"
    contentDensity="compact"
    ariaLabels={{ tableLabel: texts.cards.open }}
    items={[...levels]}
    trackBy={(level) => level}
    columnDefinitions={[
      {
        id: "level",
        header: texts.level,
        cell: (level: string) => texts.priorities[level],
        isRowHeader: true,
      },
      ...ages.map((age) => ({
        id: age,
        header: texts.ages[age],
        cell: (level: string) => {
          const { open = 0, openedFrom, openedTo } = cellOf(rows, level, age) ?? {};
          if (open === 0) return "0";
          const href = listOf("incidents", "open", { team, priority: level, from: openedFrom, to: openedTo });
          return <NumberLink text={String(open)} what={whatOf(level, age)} href={href} />;
        },
      })),
    ]}
  />
);
