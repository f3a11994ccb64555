import { useRead } from "../../api/use-read.ts";
import { useWaitingChanges, useWaitingOrders } from "../../parts/approvals/use-waiting.ts";
import { useMe } from "../../session/me.ts";
import { useMyAssets } from "../my-assets/use-my-assets.ts";
import { Door } from "./door.tsx";
import { homeTexts as texts } from "./texts.ts";

const isOpen = ({ state }: { readonly state: string }): boolean =>
  state === "new" || state === "in_progress" || state === "on_hold";

/** Between two counts of what waits: several lists are read for each. */
const everyMs = 30_000;

/** The ways from here, each with what waits behind it. */
export const Doors = () => {
  const { id } = useMe();
  const tickets = useRead("GET /incidents", { query: { callerId: id, limit: 100 } });
  const changes = useWaitingChanges({ everyMs });
  const orders = useWaitingOrders({ everyMs });
  const { assets, toConfirm, toReturn } = useMyAssets();
  const open = (tickets.value?.items ?? []).filter(isOpen);
  const waiting = open.filter(({ holdReason }) => holdReason === "awaiting_caller").length;
  const devices = [
    texts.assetsLead(assets.length),
    ...(toConfirm > 0 ? [texts.toConfirm(toConfirm)] : []),
    ...(toReturn > 0 ? [texts.toReturn(toReturn)] : []),
  ].join(" ");
  const about = `${texts.ticketsLead(open.length)}${waiting > 0 ? ` ${texts.waiting(waiting)}` : ""}`;
  return (
    <ul className="doors">
      <Door href="/report" title={texts.report} lead={texts.reportLead} />
      <Door href="/catalog" title={texts.order} lead={texts.orderLead} />
      <Door href="/my/tickets" title={texts.tickets} lead={about} />
      <Door
        href="/my/approvals"
        title={texts.approvals}
        lead={texts.approvalsLead(changes.items.length + orders.items.length)}
      />
      <Door href="/my/assets" title={texts.assets} lead={devices} />
    </ul>
  );
};
