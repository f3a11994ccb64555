import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { delegationTexts as texts } from "./texts.ts";

type Body = BodyOf<"POST /approval-delegations">;

/** Asks who decides instead, and when; who manages changes says it for others, too. */
export const NameDeputy = ({
  onClose,
  onDone,
}: {
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const me = useMe();
  const draft = useDraft<Body>("delegation.new", { toId: "", from: "", until: "" });
  const { run, isRunning, problem } = useCommand("POST /approval-delegations", {
    done: texts.saved,
    onDone: () => {
      draft.clear();
      onDone();
      onClose();
    },
  });
  const form: Bound<Body> = { value: draft.value, set: draft.set, problem };
  return (
    <Dialog
      title={texts.add}
      onClose={onClose}
      confirm={{
        text: texts.add,
        isRunning,
        onClick: () => void run({ body: withoutEmpty(draft.value) }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        {hasRole(me, "change-manager", "admin") && (
          <PersonField {...textOf(form, "personId", texts.forWhom, texts.forWhomHint)} />
        )}
        <PersonField {...textOf(form, "toId", texts.to)} isRequired />
        <MomentField {...textOf(form, "from", texts.from)} isRequired />
        <MomentField {...textOf(form, "until", texts.until)} isRequired />
        <TextField {...textOf(form, "reason", texts.reason)} />
      </SpaceBetween>
    </Dialog>
  );
};
