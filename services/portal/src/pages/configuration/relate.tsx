import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { useRead } from "../../api/use-read.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { type Bound, numberOf, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { OneCiField } from "../../parts/form/one-ci-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { notify } from "../../shell/notices.ts";
import { partTexts } from "../../texts/parts.ts";
import type { Ci } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";
import { endOf, relationChoices } from "./relation-choices.ts";

export type RelateProps = {
  readonly ci: Ci;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

type Typed = {
  readonly how: string;
  readonly otherId: string;
  readonly weight?: number;
  readonly group?: string;
};

/** Relates two items; what was related before is so again. */
const relate = async (ci: Ci, { how, otherId, ...more }: Typed): Promise<void> => {
  const { end, typeId } = endOf(how);
  const [fromId, toId] = end === "from" ? [ci.id, otherId] : [otherId, ci.id];
  const body = withoutEmpty(more);
  try {
    await call("POST /ci-relations", { body: { fromId, typeId, toId, ...body } });
  } catch (error) {
    if (asProblem(error).problem.code !== "already_exists") throw error;
    const params = { relationId: `${fromId}.${typeId}.${toId}` };
    await call("POST /ci-relations/{relationId}/relate", { params, body });
  }
};

const useRelating = ({ ci, onDone, onClose }: RelateProps, typed: Typed) => {
  const [problem, setProblem] = useState<ApiProblem>();
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    try {
      await relate(ci, typed);
      notify("success", texts.related);
      onDone();
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, problem };
};

/** Says how an item depends on another one, or what else it has to do with it. */
export const Relate = (props: RelateProps) => {
  const { ci, onClose } = props;
  const [typed, setTyped] = useState<Typed>({ how: "", otherId: "" });
  const [isTried, setTried] = useState(false);
  const types = useRead("GET /relation-types", {}, { everyMs: 0 });
  const { run, isRunning, problem } = useRelating(props, typed);
  const form: Bound<Typed> = { value: typed, set: setTyped, problem };
  const lack = (text: string) => (isTried && text === "" ? partTexts.required : undefined);
  const submit = (): void => {
    setTried(true);
    if (typed.how !== "" && typed.otherId !== "") void run();
  };
  return (
    <Dialog
      title={texts.relateTitle(ci.name)}
      onClose={onClose}
      confirm={{ text: texts.relate, isRunning, onClick: submit }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem ?? types.problem} />
        <ChoiceField
          label={texts.relation}
          hint={texts.relationHint}
          isRequired
          error={lack(typed.how)}
          choices={relationChoices(types.value?.relationTypes ?? [], ci.classPath)}
          value={typed.how}
          onChange={(how) => setTyped({ ...typed, how })}
        />
        <OneCiField
          label={texts.other}
          isRequired
          error={lack(typed.otherId)}
          value={typed.otherId}
          onChange={(otherId) => setTyped({ ...typed, otherId })}
        />
        <ColumnLayout columns={2}>
          <TextField {...textOf(form, "group", texts.relationGroup, texts.relationGroupHint)} />
          <NumberField {...numberOf(form, "weight", texts.weight, texts.weightHint)} />
        </ColumnLayout>
      </SpaceBetween>
    </Dialog>
  );
};
