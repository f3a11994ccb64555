import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useRead } from "../../api/use-read.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { CalendarDay } from "./calendar-day.tsx";
import { filedWeeks, monthAway, monthName, monthOf, touches, weeksOf } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import { useMonth } from "./use-month.ts";

const windowOf = ({
  plannedStart = "",
  plannedEnd = "",
}: {
  plannedStart?: string;
  plannedEnd?: string;
}) => ({
  from: plannedStart,
  to: plannedEnd,
});

const Month = ({ month }: { readonly month: string }) => {
  const weeks = weeksOf(month);
  const { rows, problem } = useMonth(filedWeeks(weeks));
  const query = {
    from: weeks[0]?.[0]?.from.toISOString() ?? "",
    to: weeks.at(-1)?.[6]?.to.toISOString() ?? "",
  };
  const schedule = useRead("GET /change-schedule", { query }, { everyMs: 60_000 });
  const stretches = schedule.value?.items ?? [];
  const planned = (rows ?? []).filter(({ state }) => state !== "cancelled");
  return (
    <>
      <ProblemAlert problem={problem ?? schedule.problem} onRetry={schedule.refresh} />
      {rows === undefined && problem === undefined && <Spinner />}
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
            {weeks.map((days) => (
              <tr key={days[0]?.key}>
                {days.map((day) => (
                  <CalendarDay
                    key={day.key}
                    day={day}
                    rows={planned.filter((row) => touches(windowOf(row), day))}
                    stretches={stretches.filter((stretch) => touches(stretch, day))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** A month of changes, with freezes, conflicts and the meetings of boards. */
export const CalendarPage = ({ month = monthOf(new Date()) }: { readonly month?: string }) => {
  useTitle(`${texts.calendar} ${monthName(month)}`);
  const earlier = `/change-calendar/${monthAway(month, -1)}`;
  const later = `/change-calendar/${monthAway(month, 1)}`;
  return (
    <Container
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button href={earlier} onFollow={follow} iconName="angle-left" ariaLabel={texts.earlier} />
              <Button href={later} onFollow={follow} iconName="angle-right" ariaLabel={texts.later} />
            </SpaceBetween>
          }
        >
          {monthName(month)}
        </Header>
      }
    >
      <Month key={month} month={month} />
    </Container>
  );
};
