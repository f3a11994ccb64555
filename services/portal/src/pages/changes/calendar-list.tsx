import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Link from "@cloudscape-design/components/link";
import { timeText } from "../../parts/times.ts";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { type Line, listedDays } from "./listed-days.ts";
import type { Day } from "./month.ts";
import { changeTexts as texts } from "./texts.ts";
import type { Plan } from "./use-plan.ts";
import { longDayName } from "./week.ts";

const What = ({ line }: { readonly line: Line }) => {
  if (line.kind === "stretch") {
    const { id, kind, name } = line.stretch;
    if (kind !== "meeting") return <b>{kind === "freeze" ? texts.freeze(name) : texts.window(name)}</b>;
    return (
      <Link href={`/change-meetings/${id}`} onFollow={follow}>
        {name}
      </Link>
    );
  }
  const { id, title, state, conflicts } = line.planned.row;
  const count = conflicts?.total ?? 0;
  return (
    <>
      <Link href={`/changes/${id}`} onFollow={follow}>
        {id} {title}
      </Link>{" "}
      ({inWords(state)}){count > 0 && <strong> {texts.conflictsOf(count)}</strong>}
    </>
  );
};

/** The calendar in words, day by day: says everything that the picture shows. */
export const CalendarList = ({ days, plan }: { readonly days: readonly Day[]; readonly plan: Plan }) => {
  const listed = listedDays(days, plan);
  return (
    <ExpandableSection headerText={texts.asList}>
      {listed.length === 0 && <Box>{texts.nothingPlanned}</Box>}
      {listed.map(({ day, lines }) => (
        <section key={day.key} aria-label={longDayName(day)}>
          <Box variant="h3">{longDayName(day)}</Box>
          <ul className="plain">
            {lines.map((line) => (
              <li
                key={`${line.kind} ${line.kind === "change" ? line.planned.row.id : line.stretch.id} ${line.from}`}
              >
                {timeText(line.from)} – {timeText(line.to)}: <What line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ExpandableSection>
  );
};
