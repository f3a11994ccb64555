import type { ReactNode } from "react";
import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { type Question, questionsOf } from "../../parts/approvals/awaiting.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { useMe } from "../../session/me.ts";
import { ApprovalCard } from "./approval-card.tsx";
import type { QuestionProps } from "./change-question.ts";
import { ChangeExceptionApproval } from "./exception-approval.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

const WholeChange = ({ change, isBarred, onDone, onRefused }: QuestionProps) => {
  const { id, version } = change;
  const params = { changeId: id };
  const approve = useCommand("POST /changes/{changeId}/approve", { done: texts.approved(id), onDone });
  const reject = useCommand("POST /changes/{changeId}/reject", { done: texts.rejected(id), onDone });
  const abstain = useCommand("POST /changes/{changeId}/abstain", { done: texts.abstained(id), onDone });
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
      isBarred={isBarred}
      problem={approve.problem ?? reject.problem ?? abstain.problem}
      isRunning={approve.isRunning || reject.isRunning || abstain.isRunning}
      onApprove={(body) => approve.run({ params, body, version })}
      onReject={(body) => reject.run({ params, body, version })}
      onAbstain={(body) => abstain.run({ params, body, version })}
      onRefused={onRefused}
    />
  );
};

const cards: Readonly<Record<Question, (props: QuestionProps) => ReactNode>> = {
  change: WholeChange,
  exception: ChangeExceptionApproval,
};

type Props = { readonly change: ItemOf<"GET /changes">; readonly onDone: () => void };

/** What of a change waits for the person: the change itself, its exception from a freeze, or both, each by itself. */
export const ChangeApproval = ({ change: { id }, onDone }: Props) => {
  const me = useMe();
  const { value, problem, refresh } = useRead("GET /changes/{changeId}", { params: { changeId: id } });
  if (value === undefined) return <ProblemAlert problem={problem} onRetry={refresh} />;
  const after = (): void => {
    void refresh();
    onDone();
  };
  return (
    <>
      {questionsOf(value, me).map(({ about, isBarred }) => {
        const Card = cards[about];
        return <Card key={about} change={value} isBarred={isBarred} onDone={after} onRefused={refresh} />;
      })}
    </>
  );
};
