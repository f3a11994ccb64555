import Link from "@cloudscape-design/components/link";
import { timeText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import type { Row } from "./lists.ts";
import type { Day } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";

export type Stretch = {
  readonly id: string;
  readonly kind: "freeze" | "window" | "meeting";
  readonly name: string;
  readonly from: string;
  readonly to: string;
};

type Props = {
  readonly day: Day;
  readonly rows: readonly Row[];
  readonly stretches: readonly Stretch[];
};

/** As many as a day shows before it only counts. */
const mostShown = 6;

const Planned = ({ row, day }: { readonly row: Row; readonly day: Day }) => {
  const { id, title, plannedStart = "", conflicts } = row;
  const begins = Date.parse(plannedStart) >= day.from.getTime();
  const count = conflicts?.total ?? 0;
  return (
    <li>
      {begins && <time dateTime={plannedStart}>{timeText(plannedStart)} </time>}
      <Link href={`/changes/${id}`} onFollow={follow}>
        {title}
      </Link>
      {count > 0 && <strong> ({texts.conflictsOf(count)})</strong>}
    </li>
  );
};

/** One day: freezes and meetings first, then what is planned. */
export const CalendarDay = ({ day, rows, stretches }: Props) => {
  const frozen = stretches.filter(({ kind }) => kind === "freeze");
  const meetings = stretches.filter(({ kind }) => kind === "meeting");
  const kind = frozen.length > 0 ? "frozen" : day.isOther ? "other" : undefined;
  return (
    <td className={kind}>
      <div className="date">{day.from.getDate()}</div>
      <ul>
        {frozen.map(({ id, name }) => (
          <li key={id}>{texts.freeze(name)}</li>
        ))}
        {meetings.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/change-meetings/${id}`} onFollow={follow}>
              {name}
            </Link>
          </li>
        ))}
        {rows.slice(0, mostShown).map((row) => (
          <Planned key={row.id} row={row} day={day} />
        ))}
        {rows.length > mostShown && <li>{texts.more(rows.length - mostShown)}</li>}
      </ul>
    </td>
  );
};
