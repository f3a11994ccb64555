import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { priceText } from "../catalog/price-text.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

type Item = ItemOf<"GET /request-items">;
type Props = { readonly item: Item; readonly onDone: () => void };

/** An order that waits for the person. */
export const OrderApproval = ({ item, onDone }: Props) => {
  const { id } = item;
  const params = { requestItemId: id };
  const whole = useRead("GET /request-items/{requestItemId}", { params }, { everyMs: 0 }).value;
  const approve = useCommand("POST /request-items/{requestItemId}/approve", {
    done: texts.approved(id),
    onDone,
  });
  const reject = useCommand("POST /request-items/{requestItemId}/reject", {
    done: texts.rejected(id),
    onDone,
  });
  // What was changed since it was first asked is decided on as it was seen.
  const seen = whole !== undefined && (whole.approval?.round ?? 1) > 1 ? { version: whole.version } : {};
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
        ...(whole?.shown ?? []).map(({ label, text }) => [label, text] as const),
      ]}
      problem={approve.problem ?? reject.problem}
      isRunning={approve.isRunning || reject.isRunning}
      onApprove={(body) => approve.run({ params, body, ...seen })}
      onReject={(body) => reject.run({ params, body, ...seen })}
    />
  );
};
