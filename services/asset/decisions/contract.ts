import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type Contract, type ContractFields, contractLifecycle } from "../contract.ts";
import {
  ContractCancelled,
  ContractChanged,
  type ContractEvent,
  ContractExpired,
  ContractNoticeDue,
  ContractRenewed,
  ContractSigned,
} from "../events-contracts.ts";
import { dayAfter, lastDayOfMonths } from "./days.ts";

const happened = (
  event: EventType<ContractEvent>,
  contract: Contract,
  changes: Partial<Contract>,
): Occurrence<Contract> => {
  const { id, name, kind, state, vendorId, startsOn, endsOn, teamId, costCenterId, assetIds } = {
    ...contract,
    ...changes,
  };
  const snapshot = { id, name, kind, state, vendorId, startsOn, endsOn, teamId, costCenterId, assetIds };
  return occurred(event, { contract: snapshot }, changes);
};

export const sign = (id: string, fields: ContractFields): Decision<Contract> => [
  happened(ContractSigned, { id } as Contract, { ...fields, state: "active", renewals: 0 }),
];

/** The contract is what the fields say: what they do not name, it has no more. */
export const changeContract = (contract: Contract, fields: ContractFields): Decision<Contract> => {
  if (contract.state !== "active") throw new Refusal("illegal_transition", `It is ${contract.state}`);
  const { vendorId, number, renewsMonths, cost, teamId, costCenterId, note } = fields;
  const whole = { ...fields, vendorId, number, renewsMonths, cost, teamId, costCenterId, note };
  // Another end is told of anew.
  const noticed = fields.endsOn === contract.endsOn ? contract.noticed : undefined;
  const changes = changedFields<Contract>(contract, { ...whole, noticed });
  return Object.keys(changes).length === 0 ? [] : [happened(ContractChanged, contract, changes)];
};

export const Renewal = z.strictObject({
  endsOn: z.iso.date().describe("Its new last day"),
});

/** It goes on until another day, which is later than the one before. */
export const renew = (contract: Contract, { endsOn }: z.output<typeof Renewal>): Decision<Contract> => {
  const state = contractLifecycle.next(contract.state, "renew");
  if (endsOn <= contract.endsOn)
    throw new Refusal("invalid_input", undefined, [
      { path: "body.endsOn", message: `After ${contract.endsOn}` },
    ]);
  const changes = { state, endsOn, noticed: undefined, cancellation: undefined };
  return [happened(ContractRenewed, contract, { ...changes, renewals: contract.renewals + 1 })];
};

export const Cancellation = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const cancelContract = (contract: Contract, { reason }: z.output<typeof Cancellation>) => {
  const state = contractLifecycle.next(contract.state, "cancel");
  return [happened(ContractCancelled, contract, { state, cancellation: reason })];
};

const day = 24 * 3_600_000;

/** When to tell that its end comes. */
const noticeAt = ({ endsOn, noticeDays, noticed }: Contract): string | undefined =>
  noticed ? undefined : new Date(Date.parse(`${endsOn}T00:00:00.000Z`) - noticeDays * day).toISOString();

/** When its last day is over. */
const endAt = ({ endsOn }: Contract): string => `${dayAfter(endsOn)}T00:00:00.000Z`;

/** When a contract is to be looked at next. */
export const contractDueAt = (contract: Contract): string | undefined =>
  contract.state === "active"
    ? [noticeAt(contract) ?? endAt(contract), endAt(contract)].toSorted()[0]
    : undefined;

/** What comes of a contract by time alone: notice, then its end, or another term. */
export const passTime = (contract: Contract, now: string): Decision<Contract> => {
  if (contract.state !== "active") return [];
  if (endAt(contract) <= now) {
    const { renewsMonths, endsOn } = contract;
    return renewsMonths === undefined
      ? [happened(ContractExpired, contract, { state: contractLifecycle.next(contract.state, "expire") })]
      : renew(contract, { endsOn: lastDayOfMonths(dayAfter(endsOn), renewsMonths) });
  }
  const notice = noticeAt(contract);
  return notice !== undefined && notice <= now
    ? [happened(ContractNoticeDue, contract, { noticed: true })]
    : [];
};
