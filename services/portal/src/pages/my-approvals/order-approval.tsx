import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { isAskedOf } from "../../parts/approvals/awaiting.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { priceText } from "../catalog/price-text.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

type Item = ItemOf<"GET /request-items">;
type Props = { readonly item: Item; readonly onDone: () => void };

/** An order that waits for the person. */
export const OrderApproval = ({ item, onDone }: Props) => {
  const { id } = item;
  const params = { requestItemId: id };
  const me = useMe();
  const { value, problem, refresh } = useRead("GET /request-items/{requestItemId}", { params });
  const approve = useCommand("POST /request-items/{requestItemId}/approve", {
    done: texts.approved(id),
    onDone,
  });
  const reject = useCommand("POST /request-items/{requestItemId}/reject", {
    done: texts.rejected(id),
    onDone,
  });
  const abstain = useCommand("POST /request-items/{requestItemId}/abstain", {
    done: texts.abstained(id),
    onDone,
  });
  // What is decided on is what was seen: who ordered it may have changed it meanwhile.
  const seen = value?.approval === undefined ? {} : { round: value.approval.round };
  return (
    <ApprovalCard
      id={id}
      kind={texts.order}
      title={item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name}
      href={`/requests/${item.requestId}`}
      facts={[
        [texts.requester, <PersonName key="requester" id={item.requesterId} />],
        [texts.forWhom, <PersonName key="for" id={item.requestedFor} />],
        [texts.price, priceText(item)],
        [texts.asked, <When key="asked" at={item.placedAt} as="distance" />],
        ...(value?.shown ?? []).map(({ label, text }) => [label, text] as const),
      ]}
      isBarred={isAskedOf(value?.approval, me) === "barred"}
      problem={approve.problem ?? reject.problem ?? abstain.problem ?? problem}
      isRunning={value === undefined || approve.isRunning || reject.isRunning || abstain.isRunning}
      onApprove={(body) => approve.run({ params, body: { ...body, ...seen } })}
      onReject={(body) => reject.run({ params, body: { ...body, ...seen } })}
      onAbstain={(body) => abstain.run({ params, body: { ...body, ...seen } })}
      onRefused={refresh}
    />
  );
};
