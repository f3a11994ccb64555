import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { ruleTexts as texts } from "./texts.ts";

type Called = { readonly startsAt: string; readonly endsAt: string; readonly place?: string };
export type CallMeetingProps = { readonly boardId: string; readonly onClose: () => void };

/** Asks when and where a board meets. */
export const CallMeeting = ({ boardId, onClose }: CallMeetingProps) => {
  const draft = useDraft<Called>(`${boardId}.meeting`, { startsAt: "", endsAt: "" });
  const { run, isRunning, problem } = useCommand("POST /change-meetings", {
    done: texts.called,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/change-meetings/${id}`);
    },
  });
  const form: Bound<Called> = { value: draft.value, set: draft.set, problem };
  return (
    <Dialog
      title={texts.callMeeting}
      onClose={onClose}
      confirm={{
        text: texts.callMeeting,
        isRunning,
        onClick: () => void run({ body: { boardId, ...withoutEmpty(draft.value) } }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        <MomentField {...textOf(form, "startsAt", texts.begins)} isRequired />
        <MomentField {...textOf(form, "endsAt", texts.ends)} isRequired />
        <TextField {...textOf(form, "place", texts.place)} />
      </SpaceBetween>
    </Dialog>
  );
};
