import Autosuggest from "@cloudscape-design/components/autosuggest";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { type Bound, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, frame, type Text, TextAreaField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { CisField } from "../../parts/form/found-fields.tsx";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { type Cause, emptyRootCause, type RootCause } from "./cause-form.ts";
import { problemFormTexts as texts } from "./form-texts.ts";

type ChangeProps = Text & { readonly problemId: string };

/** The change that caused it: one of those that were done shortly before, or another by its number. */
const ChangeField = ({ problemId, ...field }: ChangeProps) => {
  const params = { problemId };
  const { value } = useRead("GET /problems/{problemId}/suspected-changes", { params }, { everyMs: 0 });
  const suspects = new Map((value?.items ?? []).map(({ changeId, title }) => [changeId, title]));
  return (
    <FormField {...frame(field)} constraintText={suspects.get(field.value)}>
      <Autosuggest
        value={field.value}
        options={[...suspects].map(([id, title]) => ({
          value: id,
          label: `${id} ${title ?? ""}`,
          description: texts.suspected,
        }))}
        enteredTextLabel={partTexts.useThis}
        empty={texts.changeHint}
        placeholder={texts.changeHint}
        clearAriaLabel={partTexts.clear}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    </FormField>
  );
};

type Props = { readonly form: Bound<Cause>; readonly problemId: string };

/** What the analysis came to: the cause that is to be acted on, the items at fault, the change behind it. */
export const RootCausePart = ({ form, problemId }: Props) => {
  const root: Bound<RootCause> = {
    value: form.value.rootCause ?? emptyRootCause,
    set: (rootCause) => form.set({ ...form.value, rootCause }),
    problem: form.problem,
    path: "rootCause.",
  };
  return (
    <FormPart title={texts.rootCause} lead={texts.rootCauseLead}>
      <SpaceBetween size="s">
        <TextAreaField {...textOf(root, "text", texts.rootText)} rows={3} />
        <ColumnLayout columns={2}>
          <ChoiceField
            {...textOf(root, "category", texts.bone)}
            choices={[{ value: "", text: partTexts.none }, ...choicesOf(texts.bones)]}
          />
          <ChangeField {...textOf(root, "changeId", texts.causingChange)} problemId={problemId} />
        </ColumnLayout>
        <CisField {...severalOf(root, "ciIds", texts.atFault)} />
      </SpaceBetween>
    </FormPart>
  );
};
