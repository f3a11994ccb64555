import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Column } from "../../parts/table/column.ts";
import { teamColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { dashboardTexts as texts } from "./texts.ts";

export type CountedRow = Schemas["CountedRecord"];

const places: Readonly<Record<string, string>> = {
  incident: "/incidents",
  problem: "/problems",
  change: "/changes",
  article: "/articles",
};

/** Where the record itself is; of an article's use and of a survey that which it was about. */
const addressOf = (row: CountedRow): string | undefined => {
  const { kind, recordId, articleId, requestId, aboutKind, aboutId } = row;
  if (aboutKind !== undefined) return `${places[aboutKind] ?? "/requests"}/${aboutId}`;
  if (requestId !== undefined) return `/requests/${requestId}`;
  if (articleId !== undefined) return `/articles/${articleId}`;
  const place = places[kind];
  return place === undefined ? undefined : `${place}/${recordId}`;
};

const Record = ({ row }: { readonly row: CountedRow }) => {
  const href = addressOf(row);
  const text = row.aboutId ?? row.articleId ?? row.recordId;
  return href === undefined ? (
    text
  ) : (
    <Link href={href} onFollow={follow}>
      {text}
    </Link>
  );
};

const names = texts.columns;
const plain = textColumn<CountedRow>;

/** Columns of the list behind a number. */
export const recordColumns: readonly Column<CountedRow>[] = [
  {
    id: "record",
    header: names.record,
    cell: (row) => <Record row={row} />,
    text: ({ aboutId, recordId }) => aboutId ?? recordId,
    isRowHeader: true,
    width: 140,
  },
  plain("title", names.title, ({ title, helpedWith }) => title ?? helpedWith, { width: 300 }),
  plain("priority", names.priority, ({ priority, type }) =>
    priority === undefined ? type && inWords(type) : texts.priorities[priority],
  ),
  plain("state", names.state, ({ state }) => state && inWords(state)),
  { id: "at", header: names.at, cell: ({ at }) => <When at={at} />, order: ({ at }) => at, width: 170 },
  teamColumn("team", names.team, ({ teamId }) => teamId),
  plain("service", names.service, ({ serviceId }) => serviceId),
  plain("category", names.category, ({ category }) => category),
  plain("metric", names.metric, ({ agreementId, metric }) => agreementId && `${agreementId} ${metric}`, {
    isExtra: true,
  }),
];
