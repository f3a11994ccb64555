import ColumnLayout from "@cloudscape-design/components/column-layout";
import { useState } from "react";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { CiFields } from "./ci-fields.tsx";
import { type CiBody, newCiOf, typedFrom } from "./ci-form.ts";
import { ClassField } from "./class-field.tsx";
import { ciEditTexts as texts } from "./edit-texts.ts";

/** Registers a configuration item by hand. */
export const NewCiPage = () => {
  const draft = useDraft<CiBody>("cis.new", typedFrom(useSearch()));
  const [isTried, setTried] = useState(false);
  const { run, isRunning, problem } = useCommand("POST /cis", {
    done: ({ id }) => texts.registered(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/cis/${id}`);
    },
  });
  const form: Bound<CiBody> = { value: draft.value, set: draft.set, problem };
  const lacksClass = draft.value.classId === "" || draft.value.classId === undefined;
  return (
    <KeptPage
      title={texts.new}
      lead={texts.newLead}
      read={() => newCiOf(draft.value)}
      onSave={(body) => {
        setTried(true);
        if (!lacksClass) void run({ body });
      }}
      draft={draft}
      back="/cis"
      isRunning={isRunning}
      problem={problem}
    >
      <FormPart title={texts.class} lead={texts.classHint}>
        <ColumnLayout columns={2}>
          <ClassField
            {...textOf(form, "classId", texts.class)}
            isRequired
            error={isTried && lacksClass ? partTexts.required : undefined}
            onChange={(classId) => draft.set({ ...draft.value, classId })}
          />
          <ChoiceField {...textOf(form, "state", texts.begins)} choices={choicesOf(texts.states)} />
        </ColumnLayout>
      </FormPart>
      <CiFields form={form} />
    </KeptPage>
  );
};
