import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, rowsOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { Cause, Moment, PossibleCause, Why } from "./cause-form.ts";
import { problemFormTexts as texts } from "./form-texts.ts";

type Props = { readonly form: Bound<Cause> };

/** As many as the API keeps of each. */
const most = { whys: 10, causes: 40, timeline: 100 } as const;

/** From what happened to why it did, step by step (five whys). */
export const Whys = ({ form }: Props) => (
  <FormPart title={texts.whys} lead={texts.whysLead}>
    <RowList<Why>
      rows={rowsOf(form, "whys")}
      nameOf={(_, at) => texts.why(at)}
      add={{ text: texts.addWhy, make: () => ({ answer: "" }) }}
      most={most.whys}
    >
      {(row) => (
        <SpaceBetween size="s">
          <TextField {...textOf(row, "question", texts.question, texts.questionHint)} />
          <TextAreaField {...textOf(row, "answer", texts.answer)} rows={2} isRequired />
          <TextField {...textOf(row, "evidence", texts.evidence, texts.evidenceHint)} />
        </SpaceBetween>
      )}
    </RowList>
  </FormPart>
);

/** What may have contributed, by kind (Ishikawa), with what became of it. */
export const PossibleCauses = ({ form }: Props) => (
  <FormPart title={texts.causes} lead={texts.causesLead}>
    <RowList<PossibleCause>
      rows={rowsOf(form, "causes")}
      nameOf={(_, at) => texts.possible(at)}
      add={{ text: texts.addCause, make: () => ({ category: "technology", text: "", verdict: "open" }) }}
      most={most.causes}
    >
      {(row) => (
        <SpaceBetween size="s">
          <TextAreaField {...textOf(row, "text", texts.causeText)} rows={2} isRequired />
          <ColumnLayout columns={2}>
            <ChoiceField {...textOf(row, "category", texts.bone)} choices={choicesOf(texts.bones)} />
            <ChoiceField {...textOf(row, "verdict", texts.verdict)} choices={choicesOf(texts.verdicts)} />
          </ColumnLayout>
          <TextField {...textOf(row, "evidence", texts.evidence)} />
        </SpaceBetween>
      )}
    </RowList>
  </FormPart>
);

/** What happened when. */
export const Moments = ({ form }: Props) => (
  <FormPart title={texts.timeline} lead={texts.timelineLead}>
    <RowList<Moment>
      rows={rowsOf(form, "timeline")}
      nameOf={(_, at) => texts.moment(at)}
      add={{ text: texts.addMoment, make: () => ({ at: "", text: "" }) }}
      most={most.timeline}
    >
      {(row) => (
        <SpaceBetween size="s">
          <MomentField {...textOf(row, "at", texts.at)} isRequired />
          <TextAreaField {...textOf(row, "text", texts.happened)} rows={2} isRequired />
          <TextField {...textOf(row, "source", texts.source, texts.sourceHint)} />
        </SpaceBetween>
      )}
    </RowList>
  </FormPart>
);
