import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import type { BoardBody } from "./board-fields.tsx";
import { BoardMeetings } from "./board-meetings.tsx";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";
import { timesText } from "./times-text.ts";

type Board = Schemas["ChangeBoard"];

const kind: KeptKind<Board, BoardBody> = {
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
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<BoardBody>>(async () => (await import("./board-fields.tsx")).BoardFields),
  writers: managers,
  More: ({ record }) => <BoardMeetings boardId={record.id} />,
};

export const BoardList = () => <KeptList kind={kind} />;
export const NewBoard = () => <NewKept kind={kind} />;
export const BoardPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
