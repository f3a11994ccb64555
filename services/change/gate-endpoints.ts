import { addChangeEvidence } from "./endpoints/add-change-evidence.ts";
import { askGate } from "./endpoints/ask-gate.ts";
import { checkPermit } from "./endpoints/check-permit.ts";
import { issuePermit } from "./endpoints/issue-permit.ts";
import { listGateKeys } from "./endpoints/list-gate-keys.ts";

/** The gate: who may carry out what now, with a permit, and what became of it. */
export const gateEndpoints = [issuePermit, checkPermit, listGateKeys, askGate, addChangeEvidence];
