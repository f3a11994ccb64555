import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { PeopleField } from "../../parts/form/found-fields.tsx";
import { useNames } from "../../parts/names/names.ts";
import { personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { BoardMeetings } from "./board-meetings.tsx";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { newRecurrence, type Recurrence, RecurrenceFields } from "./recurrence-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";
import { timesText } from "./times-text.ts";

type Board = Schemas["ChangeBoard"];
type Body = BodyOf<"POST /change-boards">;

const Schedule = ({ form }: { readonly form: Bound<Body> }) => {
  const { meetings, ...rest } = form.value;
  return (
    <Container header={<Header variant="h2">{texts.meets}</Header>}>
      <SpaceBetween size="m">
        <ToggleField
          label={texts.meetsRegularly}
          value={meetings !== undefined}
          onChange={(on) => form.set(on ? { ...rest, meetings: newRecurrence() } : rest)}
        />
        {meetings !== undefined && <RecurrenceFields form={partOf(form, "meetings") as Bound<Recurrence>} />}
      </SpaceBetween>
    </Container>
  );
};

const Fields = ({ form }: { readonly form: Bound<Body> }) => {
  const name = useNames();
  const members = form.value.memberIds.map((id) => ({ value: id, text: name("person", id) }));
  return (
    <SpaceBetween size="m">
      <Container>
        <SpaceBetween size="m">
          <TextField {...textOf(form, "name", texts.name)} isRequired />
          <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
          <PeopleField {...severalOf(form, "memberIds", texts.members)} isRequired />
          <ChoiceField
            {...textOf(form, "chairId", texts.chair, texts.chairHint)}
            choices={members}
            isRequired
          />
          <TextField {...textOf(form, "place", texts.place)} />
        </SpaceBetween>
      </Container>
      <Schedule form={form} />
    </SpaceBetween>
  );
};

const kind: KeptKind<Board, Body> = {
  address: "/change-boards",
  param: "changeBoardId",
  texts: texts.boards,
  columns: [
    personColumn("chair", texts.chair, ({ chairId }) => chairId),
    textColumn("meets", texts.meets, ({ meetings }) =>
      meetings === undefined ? texts.meetsWhenCalled : timesText({ recurrence: meetings }),
    ),
  ],
  empty: () => ({ name: "", chairId: "", memberIds: [] }),
  typedOf: ({ id: _id, version: _v, createdAt: _c, updatedAt: _u, state: _s, actions: _a, ...body }) => body,
  Fields,
  writers: managers,
  More: ({ record }) => <BoardMeetings boardId={record.id} />,
};

export const BoardList = () => <KeptList kind={kind} />;
export const NewBoard = () => <NewKept kind={kind} />;
export const BoardPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
