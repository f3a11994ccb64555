import { nameNow } from "../../parts/names/names.ts";
import type { Action } from "../../parts/record/action.ts";
import { endOfDay, startOfDay, timeText } from "../../parts/times.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { actionTexts as texts } from "./action-texts.ts";
import type { Asset } from "./asset-actions.ts";
import { personField } from "./fields.ts";

const names = texts.actions;

/** Reservations, and edits that somebody else proposed. */
export const promiseActions: readonly Action<Asset>[] = [
  {
    action: "reserve",
    text: names.reserve,
    route: "POST /assets/{assetId}/reservations",
    fields: [
      personField("personId", true),
      { name: "from", label: texts.from, kind: "day", isRequired: true },
      { name: "to", label: texts.to, kind: "day", isRequired: true },
      { name: "note", label: texts.note, kind: "text" },
    ],
    body: ({ from, to, ...rest }) => ({
      ...rest,
      from: startOfDay(String(from)) ?? from,
      to: endOfDay(String(to)) ?? to,
    }),
  },
  {
    action: "cancelReservation",
    text: names.cancelReservation,
    route: "POST /assets/{assetId}/cancel-reservation",
    fields: ({ reservations }) => [
      {
        name: "reservationId",
        label: texts.reservation,
        kind: "choice",
        isRequired: true,
        choices: reservations.map(({ id, personId, from }) => ({
          value: id,
          text: `${nameNow("person", personId)}, ${timeText(from)}`,
        })),
      },
    ],
  },
  {
    action: "approveEdit",
    text: names.approveEdit,
    route: "POST /assets/{assetId}/approve-edit",
    isPrimary: true,
  },
  {
    action: "rejectEdit",
    text: names.rejectEdit,
    route: "POST /assets/{assetId}/reject-edit",
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];

/** What is no step of its life, so that its own list does not name it; what came from stock goes back there. */
export const withPromises = (asset: Asset, me: Me): Asset => {
  const { state, reservations, proposal, holderId, locationId, actions = [] } = asset;
  const isManager = hasRole(me, "asset-manager");
  const isHandled = (isManager || hasRole(me, "agent")) && state !== "retired";
  const isElses = proposal !== undefined && proposal.by !== me.id;
  const more = [
    ...(isHandled ? ["reserve"] : []),
    ...(isHandled && reservations.length > 0 ? ["cancelReservation"] : []),
    ...(isManager ? ["cost"] : []),
    ...(isManager && isElses ? ["approveEdit"] : []),
    ...(isManager && proposal !== undefined ? ["rejectEdit"] : []),
  ];
  const cameFromStock = holderId === undefined && locationId === undefined;
  const own = actions.filter((action) => action !== "resume" || !cameFromStock);
  return { ...asset, actions: [...own, ...more] };
};
