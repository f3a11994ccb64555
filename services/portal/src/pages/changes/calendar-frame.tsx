import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReactNode } from "react";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { follow, goTo } from "../../shell/follow.ts";
import { useShortcuts } from "../../shell/shortcuts.ts";
import { useTitle } from "../../shell/title.ts";
import { searchOf } from "./calendar-filter.ts";
import { CalendarFilters } from "./calendar-filters.tsx";
import { CalendarList } from "./calendar-list.tsx";
import type { Day } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import type { Plan } from "./use-plan.ts";
import "./calendar.css";

type View = "month" | "week";

type Props = {
  readonly title: string;
  readonly view: View;
  /** Addresses: the same time in the other view, and the times before, now and after in this one. */
  readonly addresses: Readonly<Record<View | "earlier" | "today" | "later", string>>;
  readonly days: readonly Day[];
  readonly plan: Plan;
  readonly children: ReactNode;
};

/** What both views of the calendar have: ways through time, the key of colours, and the same in words. */
export const CalendarFrame = ({ title, view, addresses: places, days, plan, children }: Props) => {
  const search = searchOf(plan.filter);
  const addresses = Object.fromEntries(
    Object.entries(places).map(([way, address]) => [way, `${address}${search}`]),
  ) as Props["addresses"];
  useTitle(`${texts.calendar} ${title}`);
  useShortcuts([
    { keys: "[", meaning: texts.before[view], run: () => goTo(addresses.earlier) },
    { keys: "]", meaning: texts.after[view], run: () => goTo(addresses.later) },
    { keys: "t", meaning: texts.today, run: () => goTo(addresses.today) },
    { keys: "m", meaning: texts.views.month, run: () => goTo(addresses.month) },
    { keys: "w", meaning: texts.views.week, run: () => goTo(addresses.week) },
  ]);
  const ways = (
    <SpaceBetween direction="horizontal" size="xs">
      <SegmentedControl
        label={texts.view}
        selectedId={view}
        options={[
          { id: "month", text: texts.views.month },
          { id: "week", text: texts.views.week },
        ]}
        onChange={({ detail }) => goTo(addresses[detail.selectedId as View])}
      />
      <Button
        href={addresses.earlier}
        onFollow={follow}
        iconName="angle-left"
        ariaLabel={texts.before[view]}
      />
      <Button href={addresses.today} onFollow={follow}>
        {texts.today}
      </Button>
      <Button href={addresses.later} onFollow={follow} iconName="angle-right" ariaLabel={texts.after[view]} />
    </SpaceBetween>
  );
  return (
    <Container
      header={
        <Header variant="h1" actions={ways}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={plan.problem} onRetry={plan.refresh} />
        <CalendarFilters filter={plan.filter} rows={plan.rows} />
        {plan.isCut && <Alert type="warning">{texts.cut}</Alert>}
        {plan.isLoading && <Spinner />}
        <ul className="calendar-key" aria-label={texts.key}>
          <li className="calendar-freeze">{texts.keyOf.freeze}</li>
          <li className="calendar-window">{texts.keyOf.window}</li>
          <li className="calendar-conflict">{texts.keyOf.conflict}</li>
        </ul>
        {children}
        <CalendarList days={days} plan={plan} />
      </SpaceBetween>
    </Container>
  );
};
