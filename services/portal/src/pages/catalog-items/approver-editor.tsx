import { ChoiceField, TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { textsOf, useDesigning } from "./designing.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { fieldsIn, type TypedApprover, type TypedItem } from "./typed-item.ts";

type Props = {
  readonly approver: TypedApprover;
  readonly onChange: (approver: TypedApprover) => void;
};

/** The owner of the item, or somebody whom an answer names. */
const ownersOf = (item: TypedItem) => [
  { value: "item", text: texts.ownerOfItem },
  ...fieldsIn(item)
    .filter(({ type }) => type === "reference" || type === "text")
    .map(({ uid, label }) => ({ value: uid, text: texts.namedIn(label) })),
];

/** Boards belong to changes: nobody is found by one for an order. One that is there already is shown as it is. */
const kindsFor = ({ kind }: TypedApprover) =>
  choicesOf(kind === "board" ? { ...texts.approverKinds, board: texts.board } : texts.approverKinds);

/** Somebody who decides. */
export const ApproverEditor = ({ approver, onChange }: Props) => {
  const designing = useDesigning();
  const text = textsOf(designing, approver, onChange);
  const { kind } = approver;
  const id = text("id", texts.approverOf[kind] ?? "");
  return (
    <>
      <ChoiceField
        {...text("kind", texts.kind)}
        choices={kindsFor(approver)}
        onChange={(next) => onChange({ ...approver, kind: next, id: next === "owner" ? "item" : "" })}
      />
      {kind === "owner" && <ChoiceField {...id} choices={ownersOf(designing.item)} />}
      {kind === "role" && <ChoiceField {...id} choices={choicesOf(texts.roles)} />}
      {kind === "team" && <RecordField {...id} of="team" isRequired />}
      {(kind === "person" || kind === "board") && <TextField {...id} isRequired />}
    </>
  );
};
