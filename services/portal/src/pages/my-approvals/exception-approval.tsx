import { useCommand } from "../../api/use-command.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import type { QuestionProps } from "./change-question.ts";
import { myApprovalsTexts as texts } from "./texts.ts";

/** Whether a change may be done in the freezes that stand in its way: not whether it may be done at all. */
export const ChangeExceptionApproval = ({ change, isBarred, onDone, onRefused }: QuestionProps) => {
  const { id, version, exception } = change;
  const params = { changeId: id };
  const approve = useCommand("POST /changes/{changeId}/freeze-exception/approve", {
    done: texts.excepted(id),
    onDone,
  });
  const reject = useCommand("POST /changes/{changeId}/freeze-exception/reject", {
    done: texts.notExcepted(id),
    onDone,
  });
  return (
    <ApprovalCard
      id={id}
      draft={`${id}.exception`}
      kind={texts.exception}
      title={change.title}
      href={`/changes/${id}`}
      facts={[
        [texts.requester, <PersonName key="requester" id={change.requesterId} />],
        [texts.from, <When key="from" at={exception?.from} />],
        [texts.to, <When key="to" at={exception?.to} />],
        [texts.freezes, exception?.freezeIds.join(", ")],
        [texts.why, exception?.reason],
      ]}
      isBarred={isBarred}
      problem={approve.problem ?? reject.problem}
      isRunning={approve.isRunning || reject.isRunning}
      onApprove={(body) => approve.run({ params, body, version })}
      onReject={(body) => reject.run({ params, body, version })}
      onRefused={onRefused}
    />
  );
};
