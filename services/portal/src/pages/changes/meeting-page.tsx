import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { enteredOf } from "../../parts/form/field-spec.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PeopleNames } from "../../parts/names/named.tsx";
import { nameNow } from "../../parts/names/names.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { agendaTexts } from "./agenda-texts.ts";
import { MeetingAgenda } from "./meeting-agenda.tsx";
import { changeTexts as texts } from "./texts.ts";

type Meeting = Schemas["ChangeMeeting"];

const actions: readonly Action<Meeting>[] = [
  {
    action: "start",
    text: texts.begin,
    route: "POST /change-meetings/{changeMeetingId}/start",
    fields: ({ memberIds }) => [
      {
        name: "attendeeIds",
        label: texts.attendees,
        kind: "choices",
        isRequired: true,
        choices: memberIds.map((id) => ({ value: id, text: nameNow("person", id) })),
        initial: enteredOf(memberIds),
      },
      { name: "guests", label: texts.guests, hint: texts.guestsHint, kind: "people" },
    ],
    body: ({ attendeeIds, guests }) => ({ attendeeIds: [attendeeIds, guests ?? []].flat() }),
    isPrimary: true,
  },
  {
    action: "close",
    text: texts.closeMeeting,
    route: "POST /change-meetings/{changeMeetingId}/close",
    fields: [{ name: "minutes", label: texts.minutes, kind: "paragraph", isRequired: true }],
    isPrimary: true,
  },
  {
    action: "item",
    text: agendaTexts.put,
    route: "POST /change-meetings/{changeMeetingId}/items",
    lead: agendaTexts.putLead,
    fields: [
      {
        name: "changeId",
        label: agendaTexts.change,
        hint: agendaTexts.changeHint,
        kind: "text",
        isRequired: true,
      },
      { name: "note", label: agendaTexts.note, kind: "paragraph" },
    ],
  },
  {
    action: "cancel",
    text: texts.cancelMeeting,
    route: "POST /change-meetings/{changeMeetingId}/cancel",
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];

/** Putting something on the agenda is no step of its life: whoever leads it may until it is held. */
const withItems = (meeting: Meeting): Meeting => {
  const leads = ["start", "close"].some((step) => meeting.actions?.includes(step));
  return { ...meeting, actions: [...(meeting.actions ?? []), ...(leads ? ["item"] : [])] };
};

const Shown = ({ meeting, read }: { readonly meeting: Meeting; readonly read: Read<Meeting> }) => (
  <RecordPage
    id={meeting.id}
    title={meeting.boardName}
    state={meeting.state}
    actions={
      <RecordActions
        record={withItems(meeting)}
        actions={actions}
        onDone={read.put}
        onConflict={read.refresh}
      />
    }
    side={
      <Container header={<Header variant="h2">{texts.facts}</Header>}>
        <KeyValues
          columns={1}
          pairs={[
            [texts.when, <When key="when" at={meeting.startsAt} />],
            [texts.place, meeting.place],
            [texts.members, <PeopleNames key="members" ids={meeting.attendeeIds ?? meeting.memberIds} />],
          ]}
        />
      </Container>
    }
  >
    <MeetingAgenda
      key={`${meeting.state} ${meeting.version}`}
      meetingId={meeting.id}
      attendeeIds={meeting.attendeeIds ?? meeting.memberIds}
      mayDecide={meeting.state === "under_way" && meeting.actions?.includes("close") === true}
    />
    {meeting.minutes !== undefined && (
      <Container header={<Header variant="h2">{texts.minutes}</Header>}>
        <p className="words">{meeting.minutes}</p>
      </Container>
    )}
  </RecordPage>
);

/** One meeting of a board: its agenda, what was decided, and its minutes. */
export const MeetingPage = ({ meetingId }: { readonly meetingId: string }) => {
  const read = useRead("GET /change-meetings/{changeMeetingId}", {
    params: { changeMeetingId: meetingId },
  });
  if (read.value !== undefined) return <Shown meeting={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
