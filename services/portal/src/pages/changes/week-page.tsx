import { type KeyboardEvent, useRef } from "react";
import { CalendarFrame } from "./calendar-frame.tsx";
import { layOutDay, stepFrom } from "./day-plan.ts";
import { monthOf, touches } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import { type Plan, usePlan } from "./use-plan.ts";
import { daysOf, weekAway, weekName, weekOf } from "./week.ts";
import { mostShown, WeekDay } from "./week-day.tsx";

/** Marked at the side of the week. */
const hours = [0, 3, 6, 9, 12, 15, 18, 21];

const hourName = (hour: number): string =>
  new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(
    new Date(2026, 0, 1, hour),
  );

const Week = ({ week, plan }: { readonly week: string; readonly plan: Plan }) => {
  const frame = useRef<HTMLElement>(null);
  const days = daysOf(week).map((day) => ({
    day,
    laid: layOutDay(
      plan.planned.filter((each) => touches(each, day)),
      day,
    ),
    shades: layOutDay(
      plan.stretches.filter((stretch) => touches(stretch, day)),
      day,
    ),
  }));
  const steps = days.map(({ laid }) =>
    laid.slice(0, mostShown).map(({ top, of: { row } }) => ({ id: row.id, top })),
  );
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { day, change } = (event.target as HTMLElement).dataset;
    if (day === undefined || change === undefined) return;
    const next = stepFrom(steps, { day: Number(day), id: change }, event.key);
    if (next === undefined) return;
    event.preventDefault();
    frame.current
      ?.querySelector<HTMLElement>(`[data-day="${next.day}"][data-change="${CSS.escape(next.id)}"]`)
      ?.focus();
  };
  return (
    <section
      className="week"
      aria-label={weekName(week)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page, keys move it, also when nothing is planned
      tabIndex={0}
      ref={frame}
      onKeyDown={onKey}
    >
      <div className="week-side" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ insetBlockStart: `${(100 * hour) / 24}%` }}>
            {hourName(hour)}
          </span>
        ))}
      </div>
      {days.map(({ day, laid, shades }, at) => (
        <WeekDay key={day.key} day={day} at={at} laid={laid} shades={shades} />
      ))}
    </section>
  );
};

/** A week of changes hour by hour, with freezes, windows, conflicts and the meetings of boards. */
export const WeekPage = ({ week = weekOf(new Date()) }: { readonly week?: string }) => {
  const days = daysOf(week);
  const plan = usePlan([days]);
  const monday = days[0]?.key ?? week;
  const to = (key: string): string => `/change-calendar/week/${key}`;
  return (
    <CalendarFrame
      title={weekName(week)}
      view="week"
      addresses={{
        month: `/change-calendar/${monthOf(days[3]?.from ?? new Date())}`,
        week: to(monday),
        earlier: to(weekAway(monday, -1)),
        today: to(weekOf(new Date())),
        later: to(weekAway(monday, 1)),
      }}
      days={days}
      plan={plan}
    >
      <p>{texts.weekHint}</p>
      <Week key={monday} week={monday} plan={plan} />
    </CalendarFrame>
  );
};
