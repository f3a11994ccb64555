import type { Name } from "../../../bed/people.ts";
import { sendFile, testFile } from "../../../bed/send-file.ts";
import type { Bed } from "../../../bed/start-bed.ts";
import { bait, canary, done, made, type Secret, secretsOf, staff, staffBut } from "./secret.ts";

const reads: readonly Name[] = ["ann", "abe", "nora", "robot", "pia", "chad", "asta", "cora", "ada"];
const money: readonly Name[] = ["asta", "ada"];

/** An asset that eve has, with what it cost; a contract; what eve asked for. */
export const plantAssets = async (bed: Bed): Promise<readonly Secret[]> => {
  const [name, note, cost, signed, contract, reason] = Array.from({ length: 6 }, canary) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const modelId = await made(bed, "asta", "/asset-models", {
    name: "Laptop",
    kind: "hardware",
    requestable: true,
  });
  const stockroomId = await made(bed, "asta", "/stockrooms", { name: "Cellar" });
  const id = await made(bed, "asta", "/assets", { modelId, name, note });
  const step = (verb: string, body: object) => done(bed.as("asta").post(`/assets/${id}/${verb}`, body));
  await step("receive", { stockroomId });
  await step("check-out", {
    holderId: "eve",
    asks: "Take care of it",
    isLoan: true,
    expectedReturnAt: "2098-01-01T00:00:00.000Z",
  });
  await done(bed.as("eve").post(`/assets/${id}/accept`, { signature: signed }));
  const from = (hour: string) => `2099-01-01T${hour}:00:00.000Z`;
  await step("reservations", { personId: "emil", from: from("08"), to: from("09") });
  await step("costs", { kind: "repair", cost: { amount: 100, currency: "EUR" }, note: cost });
  const dates = { startsOn: "2026-01-01", endsOn: "2030-01-01" };
  const contractId = await made(bed, "asta", "/contracts", { name: contract, kind: "support", ...dates });
  const requestId = await made(bed, "eve", "/asset-requests", { modelId, reason });
  return [
    ...secretsOf(
      { what: "an asset", param: "assetId", id },
      { text: name, seenBy: ["eve", "emil", ...reads] },
      {
        "a note": { text: note, seenBy: reads },
        "a cost": { text: cost, seenBy: money },
        "a signature": { text: signed, seenBy: ["eve", ...reads] },
      },
    ),
    ...secretsOf(
      { what: "a contract", param: "contractId", id: contractId },
      { text: contract, seenBy: money },
    ),
    ...secretsOf(
      { what: "a request for an asset", param: "assetRequestId", id: requestId },
      { text: reason, seenBy: ["eve", ...reads] },
    ),
  ];
};

/** What monitoring reports, what is agreed, and that somebody leaves. */
export const plantOthers = async (bed: Bed): Promise<readonly Secret[]> => {
  const [alert, window, agreed, leaves] = [canary(), canary(), canary(), canary()];
  const fired = {
    source: "probe",
    resource: "a-host",
    check: "a-check",
    state: "firing",
    labels: { [bait]: alert },
  };
  const alertId = await made(bed, "robot", "/alerts", fired);
  const when = { from: "2099-01-01T00:00:00.000Z", to: "2099-01-02T00:00:00.000Z" };
  const windowId = await made(bed, "chad", "/maintenance-windows", { all: true, ...when, reason: window });
  const metric = { metric: "resolve", target: { amount: 4, unit: "hours" }, stops: { state: ["resolved"] } };
  const where = { teamId: ["nobody"] };
  const agreement = { name: agreed, kind: "incident", where, metrics: [metric] };
  const agreementId = await made(bed, "ada", "/agreements", agreement);
  const departure = { personId: "emil", kind: "leaves", lastAt: "2099-01-01T00:00:00.000Z", note: leaves };
  const departureId = await made(bed, "ada", "/departures", departure);
  const watchers: readonly Name[] = ["ann", "abe", "nora", "pia", "cora", "chad", "ada"];
  return [
    ...secretsOf({ what: "an alert", param: "alertId", id: alertId }, { text: alert, seenBy: watchers }),
    ...secretsOf(
      { what: "a maintenance window", param: "windowId", id: windowId },
      { text: window, seenBy: watchers },
    ),
    ...secretsOf(
      { what: "an agreement", param: "agreementId", id: agreementId },
      { text: agreed, seenBy: staffBut("max") },
    ),
    ...secretsOf(
      { what: "a departure", param: "departureId", id: departureId },
      { text: leaves, seenBy: ["robot", "asta", "ada"] },
    ),
  ];
};

/** Of an incident of eve's, what is only for who works on it: a task, a file, and why it is a major one. */
export const plantMajor = async (bed: Bed): Promise<readonly Secret[]> => {
  const [words, task, file, reason, update] = Array.from({ length: 5 }, canary) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const id = await made(bed, "eve", "/incidents", { title: words });
  const path = `/incidents/${id}`;
  await done(bed.as("ann").post(`${path}/tasks`, { title: task }));
  await done(sendFile(bed.as("ann"), path, testFile(file, { name: `${file}.txt`, internal: true })));
  await done(bed.as("ann").post(`${path}/major/propose`, { reason }));
  const plan = [{ group: "heads", audience: "stakeholders", channel: "email", everyMinutes: 60 }];
  await done(bed.as("max").post(`${path}/major/accept`, { plan }));
  await done(bed.as("ann").post(`${path}/updates`, { groups: ["heads"], text: update }));
  const inside = { seenBy: staff };
  return secretsOf(
    { what: "an incident", param: "incidentId", id },
    { text: words, seenBy: ["eve", ...staff] },
    {
      "a task": { text: task, ...inside },
      "an internal file": { text: file, ...inside },
      "why it is a major one": { text: reason, ...inside },
      "what staff was told": { text: update, ...inside },
    },
  );
};
