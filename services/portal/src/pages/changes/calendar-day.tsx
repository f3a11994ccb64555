import Link from "@cloudscape-design/components/link";
import { hourText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import type { Day } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import type { Planned, Stretch } from "./use-plan.ts";

type Props = {
  readonly day: Day;
  readonly planned: readonly Planned[];
  readonly stretches: readonly Stretch[];
};

/** As many as a day shows before it only counts. */
const mostShown = 6;

const Change = ({ planned: { row, from }, day }: { readonly planned: Planned; readonly day: Day }) => {
  const { id, title, conflicts } = row;
  const begins = Date.parse(from) >= day.from.getTime();
  const count = conflicts?.total ?? 0;
  return (
    <li className={count > 0 ? "calendar-conflict" : undefined}>
      {begins && <time dateTime={from}>{hourText(from)} </time>}
      <Link href={`/changes/${id}`} onFollow={follow}>
        {title}
      </Link>
      {count > 0 && <strong> ({texts.conflictsOf(count)})</strong>}
    </li>
  );
};

const Time = ({ stretch, day }: { readonly stretch: Stretch; readonly day: Day }) => {
  const { id, kind, name, from } = stretch;
  const begins = Date.parse(from) >= day.from.getTime();
  const time = begins && <time dateTime={from}>{hourText(from)} </time>;
  if (kind === "meeting")
    return (
      <li>
        {time}
        <Link href={`/change-meetings/${id}`} onFollow={follow}>
          {name}
        </Link>
      </li>
    );
  const called = kind === "freeze" ? texts.freeze(name) : texts.window(name);
  return (
    <li className={`calendar-${kind}`}>
      {time}
      {begins ? called : texts.goesOn(called)}
    </li>
  );
};

const order: readonly Stretch["kind"][] = ["freeze", "window", "meeting"];

/** One day: freezes, windows and meetings first, then what is planned. */
export const CalendarDay = ({ day, planned, stretches }: Props) => {
  const isFrozen = stretches.some(({ kind }) => kind === "freeze");
  const kind = isFrozen ? "frozen" : day.isOther ? "other" : undefined;
  return (
    <td className={kind}>
      <div className="date">{day.from.getDate()}</div>
      <ul>
        {stretches
          .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
          .map((stretch) => (
            <Time key={`${stretch.id} ${stretch.from}`} stretch={stretch} day={day} />
          ))}
        {planned.slice(0, mostShown).map((each) => (
          <Change key={each.row.id} planned={each} day={day} />
        ))}
        {planned.length > mostShown && <li>{texts.more(planned.length - mostShown)}</li>}
      </ul>
    </td>
  );
};
