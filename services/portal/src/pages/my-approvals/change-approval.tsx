import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";
import { myApprovalsTexts as texts } from "./texts.ts";

type Change = ItemOf<"GET /changes">;
type Props = { readonly change: Change; readonly onDone: () => void };

/** A change that waits for the person: enough to decide on, and the two answers. */
export const ChangeApproval = ({ change, onDone }: Props) => {
  const { id } = change;
  const draft = useDraft(`${id}.approval`, "");
  const [lacks, setLacks] = useState(false);
  const finish = (): void => {
    draft.clear();
    onDone();
  };
  const approve = useCommand("POST /changes/{changeId}/approve", {
    done: texts.approved(id),
    onDone: finish,
  });
  const reject = useCommand("POST /changes/{changeId}/reject", { done: texts.rejected(id), onDone: finish });
  const comment = draft.value.trim();
  const asked = { params: { changeId: id }, body: comment === "" ? {} : { comment } };
  const say = (isYes: boolean): void => {
    setLacks(!isYes && comment === "");
    if (isYes) void approve.run(asked);
    else if (comment !== "") void reject.run(asked);
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`${texts.change} ${id}`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button href={`/changes/${id}`} onFollow={follow}>
                {texts.open}
              </Button>
              <Button loading={reject.isRunning} onClick={() => say(false)}>
                {texts.reject}
              </Button>
              <Button variant="primary" loading={approve.isRunning} onClick={() => say(true)}>
                {texts.approve}
              </Button>
            </SpaceBetween>
          }
        >
          {change.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={approve.problem ?? reject.problem} />
        <KeyValues
          columns={3}
          pairs={[
            [texts.requester, change.requesterId],
            [texts.planned, <When key="planned" at={change.plannedStart} />],
            [texts.risk, change.risk && inWords(change.risk)],
          ]}
        />
        <TextAreaField
          label={texts.comment}
          hint={texts.commentNeeded}
          rows={2}
          value={draft.value}
          onChange={draft.set}
          error={lacks ? partTexts.required : undefined}
        />
      </SpaceBetween>
    </Container>
  );
};
