import { timeText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import type { Laid } from "./day-plan.ts";
import type { Day } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import type { Planned, Stretch } from "./use-plan.ts";
import { dayName, longDayName } from "./week.ts";

/** As many as a day shows; the list below has all. */
export const mostShown = 40;

const placeOf = ({ top, height, lane, lanes }: Laid<unknown>) => ({
  insetBlockStart: `${top}%`,
  blockSize: `${height}%`,
  insetInlineStart: `${(100 * lane) / lanes}%`,
  inlineSize: `${100 / lanes}%`,
});

const Change = ({ laid, at }: { readonly laid: Laid<Planned>; readonly at: number }) => {
  const { id, title, conflicts } = laid.of.row;
  const count = conflicts?.total ?? 0;
  const href = `/changes/${id}`;
  return (
    <li className={count > 0 ? "week-change calendar-conflict" : "week-change"} style={placeOf(laid)}>
      <a
        href={href}
        data-day={at}
        data-change={id}
        title={`${timeText(laid.of.from)} – ${timeText(laid.of.to)}: ${title}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          follow({ detail: { href }, preventDefault: () => event.preventDefault() });
        }}
      >
        {title}
        {count > 0 && <strong> ({texts.conflictsOf(count)})</strong>}
      </a>
    </li>
  );
};

const nameOf = ({ kind, name }: Stretch): string =>
  kind === "freeze" ? texts.freeze(name) : kind === "window" ? texts.window(name) : name;

const Shade = ({ laid, day }: { readonly laid: Laid<Stretch>; readonly day: Day }) => {
  const stretch = laid.of;
  const begins = Date.parse(stretch.from) >= day.from.getTime();
  return (
    <li className={`week-shade calendar-${stretch.kind}`} style={placeOf(laid)}>
      {begins ? nameOf(stretch) : texts.goesOn(nameOf(stretch))}
    </li>
  );
};

type Props = {
  readonly day: Day;
  /** Which of the seven it is. */
  readonly at: number;
  readonly laid: readonly Laid<Planned>[];
  readonly shades: readonly Laid<Stretch>[];
};

/** One day of the week from midnight to midnight: freezes and windows behind, changes and meetings in front. */
export const WeekDay = ({ day, at, laid, shades }: Props) => (
  <section className="week-day" aria-label={longDayName(day)}>
    <div className="week-date" aria-hidden="true">
      {dayName(day)}
    </div>
    <ul className="week-hours">
      {shades.map((each) => (
        <Shade key={`${each.of.id} ${each.of.from}`} laid={each} day={day} />
      ))}
      {laid.slice(0, mostShown).map((each) => (
        <Change key={each.of.row.id} laid={each} at={at} />
      ))}
    </ul>
    {laid.length > mostShown && <div>{texts.more(laid.length - mostShown)}</div>}
  </section>
);
