import { CalendarDay } from "./calendar-day.tsx";
import { CalendarFrame } from "./calendar-frame.tsx";
import { monthAway, monthName, monthOf, touches, weeksOf } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import { type Plan, usePlan } from "./use-plan.ts";
import { weekOf } from "./week.ts";

const Month = ({ month, plan }: { readonly month: string; readonly plan: Plan }) => (
  <div className="month">
    <table aria-label={monthName(month)}>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th key={weekday} scope="col">
              {texts.weekdays[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((days) => (
          <tr key={days[0]?.key}>
            {days.map((day) => (
              <CalendarDay
                key={day.key}
                day={day}
                planned={plan.planned.filter((each) => touches(each, day))}
                stretches={plan.stretches.filter((stretch) => touches(stretch, day))}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The week of a month that somebody who looks at it means: this one, or its first. */
const weekIn = (month: string): string => {
  const now = new Date();
  if (monthOf(now) === month) return weekOf(now);
  return weeksOf(month)[0]?.[0]?.key ?? weekOf(now);
};

/** A month of changes, with freezes, windows, conflicts and the meetings of boards. */
export const CalendarPage = ({ month = monthOf(new Date()) }: { readonly month?: string }) => {
  const weeks = weeksOf(month);
  const plan = usePlan(weeks);
  const to = (key: string): string => `/change-calendar/${key}`;
  return (
    <CalendarFrame
      title={monthName(month)}
      view="month"
      addresses={{
        month: to(month),
        week: `/change-calendar/week/${weekIn(month)}`,
        earlier: to(monthAway(month, -1)),
        today: to(monthOf(new Date())),
        later: to(monthAway(month, 1)),
      }}
      days={weeks.flat()}
      plan={plan}
    >
      <Month key={month} month={month} plan={plan} />
    </CalendarFrame>
  );
};
