import Link from "@cloudscape-design/components/link";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { type Candidate, inCommon, lostText, namedIn } from "./candidate.ts";
import { problemTexts as texts } from "./texts.ts";

const names = texts.columns;

const columnsWith = (nameOf: (ciId: string) => string): readonly Column<Candidate>[] => [
  {
    id: "likeness",
    header: names.likeness,
    cell: (row) => (
      <Link href={`/problem-candidates/${row.id}`} onFollow={follow}>
        {texts.likeness[row.likeness.kind]}: {inCommon(row, nameOf)}
      </Link>
    ),
    text: (row) => inCommon(row, nameOf),
    width: 320,
    isRowHeader: true,
  },
  {
    id: "incidents",
    header: names.incidents,
    cell: ({ cost }) => cost.incidents,
    order: ({ cost }) => cost.incidents,
    width: 110,
  },
  {
    id: "lost",
    header: names.lost,
    cell: ({ cost }) => lostText(cost),
    order: ({ cost }) => cost.minutesLost,
    width: 120,
  },
  {
    id: "people",
    header: names.people,
    cell: ({ cost }) => cost.people,
    order: ({ cost }) => cost.people,
    width: 100,
  },
  {
    id: "breaches",
    header: names.breaches,
    cell: ({ cost }) => cost.breaches,
    order: ({ cost }) => cost.breaches,
    width: 130,
  },
  {
    id: "last",
    header: names.last,
    cell: ({ lastOpenedAt }) => <When at={lastOpenedAt} as="distance" />,
    order: ({ lastOpenedAt }) => lastOpenedAt,
    width: 120,
  },
];

/** Incidents that keep coming back, with what they cost: what problem management looks at first. */
export const CandidateList = () => {
  const pages = usePages("GET /problem-candidates", { query: { state: "proposed" } });
  const viewing = useTableView("problem-candidates");
  const nameOf = useCiNames(pages.items.flatMap(namedIn));
  return (
    <RecordTable<Candidate>
      variant="container"
      headingTag="h2"
      title={texts.candidates}
      description={texts.candidatesLead}
      pages={pages}
      columns={columnsWith(nameOf)}
      viewing={viewing}
      empty={<Empty title={texts.noCandidates} lead={texts.noCandidatesLead} />}
    />
  );
};
