import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

type Change = ItemOf<"GET /changes">;
type Props = { readonly change: Change; readonly onDone: () => void };

/** A change that waits for the person. */
export const ChangeApproval = ({ change, onDone }: Props) => {
  const { id } = change;
  const params = { changeId: id };
  const approve = useCommand("POST /changes/{changeId}/approve", { done: texts.approved(id), onDone });
  const reject = useCommand("POST /changes/{changeId}/reject", { done: texts.rejected(id), onDone });
  return (
    <ApprovalCard
      id={id}
      kind={texts.change}
      title={change.title}
      href={`/changes/${id}`}
      facts={[
        [texts.requester, <PersonName key="requester" id={change.requesterId} />],
        [texts.planned, <When key="planned" at={change.plannedStart} />],
        [texts.risk, change.risk && inWords(change.risk)],
      ]}
      problem={approve.problem ?? reject.problem}
      isRunning={approve.isRunning || reject.isRunning}
      onApprove={(body) => approve.run({ params, body })}
      onReject={(body) => reject.run({ params, body })}
    />
  );
};
