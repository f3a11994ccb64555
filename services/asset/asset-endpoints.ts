import { commandEndpoint } from "./command-endpoint.ts";
import { accept } from "./decisions/accept.ts";
import { repair, reportMissing, resume } from "./decisions/care.ts";
import { addCost } from "./decisions/edit.ts";
import { checkIn, checkOut, deploy, move, requestReturn } from "./decisions/hand-out.ts";
import { receive } from "./decisions/order.ts";
import { cancelReservation, reserve } from "./decisions/reserve.ts";
import { dispose, retire } from "./decisions/retire.ts";
import { recover, send, setAside, stock } from "./decisions/store.ts";

/** What is done to one asset. */
export const assetEndpoints = [
  commandEndpoint({
    id: "receiveAsset",
    summary: "What was ordered has arrived; with a stockroom it is put away there",
    verb: "receive",
    permission: "asset:manage",
    command: receive,
    refusals: ["already_exists", "rule_violation"],
  }),
  commandEndpoint({
    id: "stockAsset",
    summary: "Put it into a stockroom: from the gate, at the end of a transfer, or after repair",
    verb: "stock",
    permission: "asset:handle",
    command: stock,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "setAsideAsset",
    summary: "Say why it is in stock: available, defective, on hold ...",
    verb: "set-aside",
    permission: "asset:handle",
    command: setAside,
  }),
  commandEndpoint({
    id: "sendAsset",
    summary: "Send it to another stockroom; there it is put away with `stock`",
    verb: "send",
    permission: "asset:handle",
    command: send,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "deployAsset",
    summary: "Put it to use at a place",
    verb: "deploy",
    permission: "asset:handle",
    command: deploy,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "checkOutAsset",
    summary: "Give it to a person, for good or until a date; their terms are those of its model",
    verb: "check-out",
    permission: "asset:handle",
    command: checkOut,
    refusals: ["rule_violation"],
    needsModel: true,
  }),
  commandEndpoint({
    id: "acceptAsset",
    summary: "Confirm having it, on its terms, or decline; for its holder only",
    verb: "accept",
    permission: "asset:accept",
    command: accept,
    refusals: ["forbidden"],
  }),
  commandEndpoint({
    id: "moveAsset",
    summary: "It is in use elsewhere, or with somebody else, from now on",
    verb: "move",
    permission: "asset:handle",
    command: move,
    refusals: ["rule_violation"],
    needsModel: true,
  }),
  commandEndpoint({
    id: "requestAssetReturn",
    summary: "Ask for it back until a date; after that its holder is asked again and again",
    verb: "request-return",
    permission: "asset:handle",
    command: requestReturn,
  }),
  commandEndpoint({
    id: "checkInAsset",
    summary: "Take it back into a stockroom",
    verb: "check-in",
    permission: "asset:handle",
    command: checkIn,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "repairAsset",
    summary: "It is repaired or maintained; whose it is stays so",
    verb: "repair",
    permission: "asset:handle",
    command: repair,
  }),
  commandEndpoint({
    id: "resumeAsset",
    summary: "After maintenance, back to who or where it was",
    verb: "resume",
    permission: "asset:handle",
    command: resume,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "reportAssetMissing",
    summary: "Nobody knows where it is",
    verb: "report-missing",
    permission: "asset:handle",
    command: reportMissing,
  }),
  commandEndpoint({
    id: "recoverAsset",
    summary: "A missing asset was found",
    verb: "recover",
    permission: "asset:handle",
    command: recover,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "retireAsset",
    summary: "Out of service for good; what somebody has is given back first",
    verb: "retire",
    permission: "asset:manage",
    command: retire,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "disposeOfAsset",
    summary: "A retired asset has left: how, with which evidence",
    verb: "dispose",
    permission: "asset:manage",
    command: dispose,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "reserveAsset",
    summary: "Promise it to a person for a time to come; no two promises overlap",
    verb: "reservations",
    permission: "asset:handle",
    command: reserve,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "cancelAssetReservation",
    summary: "Take a promise back",
    verb: "cancel-reservation",
    permission: "asset:handle",
    command: cancelReservation,
  }),
  commandEndpoint({
    id: "addAssetCost",
    summary: "What it cost, or brought in, besides the purchase",
    verb: "costs",
    permission: "asset:manage",
    command: addCost,
    refusals: ["rule_violation"],
  }),
];
