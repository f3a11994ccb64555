import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { ApiProblem } from "../../api/problem.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { ChoicesField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { When } from "../../parts/when.tsx";
import { goTo } from "../../shell/follow.ts";
import { calendarOf, emptyCalendar, idsOf, type Typed, typedCalendar, weekdays } from "./calendar-form.ts";
import { listChoices } from "./holiday-list-form.ts";
import { KeptPage } from "./kept-page.tsx";
import { levelTexts as texts } from "./texts.ts";
import { useKept } from "./use-kept.ts";

type Calendar = Schemas["Calendar"];
type Form = {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly problem: ApiProblem | undefined;
};

const UsedLists = ({ typed, onChange, problem }: Form) => {
  const active = useWhole("GET /holiday-lists", { query: { state: "active", limit: 100 } });
  const retired = useWhole("GET /holiday-lists", { query: { state: "retired", limit: 100 } });
  const used = idsOf(typed.holidayListIds);
  return (
    <ChoicesField
      label={texts.lists}
      hint={texts.listsHint}
      name="holidayListIds"
      problem={problem}
      choices={listChoices(active.items, retired.items, used)}
      value={used}
      onChange={(ids) => onChange({ ...typed, holidayListIds: ids.join(" ") })}
    />
  );
};

const Fields = ({ typed, onChange, problem }: Form) => {
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    problem,
    value: typed[name] ?? "",
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  });
  return (
    <Container>
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <TextField {...field("name", texts.name)} isRequired />
          <TextField {...field("timeZone", texts.zone, texts.zoneHint)} isRequired />
        </ColumnLayout>
        <TextField {...field("description", texts.description)} />
        <ColumnLayout columns={2}>
          {weekdays.map((day) => (
            <TextField key={day} {...field(day, texts.days[day] ?? day)} placeholder={texts.hoursHint} />
          ))}
        </ColumnLayout>
        <ColumnLayout columns={2}>
          <TextAreaField {...field("holidays", texts.holidays, texts.holidaysHint)} rows={6} />
          <TextAreaField {...field("specialDays", texts.specialDays, texts.specialDaysHint)} rows={6} />
        </ColumnLayout>
        <UsedLists typed={typed} onChange={onChange} problem={problem} />
      </SpaceBetween>
    </Container>
  );
};

export const NewCalendar = () => {
  const draft = useDraft<Typed>("calendar.new", emptyCalendar);
  const { run, isRunning, problem } = useCommand("POST /calendars", {
    done: texts.saved,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/calendars/${id}`);
    },
  });
  return (
    <KeptPage
      title={texts.newCalendar}
      read={() => calendarOf(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/calendars"
      isRunning={isRunning}
      problem={problem}
    >
      <Fields typed={draft.value} onChange={draft.set} problem={problem} />
    </KeptPage>
  );
};

const Opening = ({ calendar: { id, version } }: { readonly calendar: Calendar }) => {
  const params = { calendarId: id };
  const { value } = useRead("GET /calendars/{calendarId}/opening", { params, query: {} });
  if (value === undefined) return null;
  const open = value.stretches.filter(({ is }) => is === "open");
  return (
    <Container key={version} header={<Header variant="h2">{texts.opening}</Header>}>
      <ul className="changes">
        {open.map(({ from, until }) => (
          <li key={from}>
            <When at={from} /> – <When at={until} />
          </li>
        ))}
      </ul>
      {open.length === 0 && texts.closed}
    </Container>
  );
};

const Shown = ({
  calendar,
  refresh,
}: {
  readonly calendar: Calendar;
  readonly refresh: () => Promise<void>;
}) => {
  const { form, page } = useKept({
    record: calendar,
    typed: typedCalendar(calendar),
    save: "PUT /calendars/{calendarId}",
    params: { calendarId: calendar.id },
    refresh,
  });
  return (
    <KeptPage
      title={calendar.name}
      lead={texts.changesLead}
      read={() => calendarOf(form.value)}
      back="/calendars"
      {...page}
      more={
        <RecordActions
          record={calendar}
          actions={[
            {
              action: "retire",
              text: texts.actions.retire,
              route: "POST /calendars/{calendarId}/retire",
            },
            {
              action: "restore",
              text: texts.actions.restore,
              route: "POST /calendars/{calendarId}/restore",
            },
          ]}
          onDone={() => void refresh()}
          onConflict={refresh}
        />
      }
    >
      <Fields typed={form.value} onChange={form.set} problem={form.problem} />
      <Opening calendar={calendar} />
    </KeptPage>
  );
};

/** One calendar: hours, holidays, days with other hours, and what that comes to. */
export const CalendarPage = ({ calendarId }: { readonly calendarId: string }) => {
  const read = useRead("GET /calendars/{calendarId}", { params: { calendarId } });
  if (read.value !== undefined)
    return <Shown key={read.value.id} calendar={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
