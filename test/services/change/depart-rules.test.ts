import type { Board } from "../../../services/change/board.ts";
import {
  handOverDelegation,
  isInDelegation,
  isNamedInModel,
  leaveBoard,
  replaceInFreeze,
  replaceInModel,
  replaceInTemplate,
} from "../../../services/change/decisions/depart-rules.ts";
import type { Delegation } from "../../../services/change/delegation.ts";
import { type ChangeModel, ModelFields } from "../../../services/change/model.ts";
import { type ChangeTemplate, TemplateFields } from "../../../services/change/template.ts";
import type { Decision, RecordBase } from "../../../shared/dynamo/record.ts";
import { freeze, now } from "./given.ts";

const base = { version: 1, createdAt: now, updatedAt: now };
const to = { personId: "nora", handOverTo: "abe" };
const nobody = { personId: "nora" };
const changesOf = <R extends RecordBase>(decision: Decision<R>) => decision.map(({ changes }) => changes);

describe("a board that somebody leaves", () => {
  const board = (chairId: string, ...memberIds: string[]): Board => ({
    ...{ ...base, id: "CAB0000001", state: "active", name: "Weekly" },
    ...{ chairId, memberIds },
  });

  it("has who takes over in their seat and in their chair", () => {
    expect(changesOf(leaveBoard(board("nora", "nora", "eve"), to))).toEqual([
      { memberIds: ["eve", "abe"], chairId: "abe" },
    ]);
    expect(changesOf(leaveBoard(board("eve", "nora", "eve", "abe"), to))).toEqual([
      { memberIds: ["eve", "abe"] },
    ]);
  });

  it("does without them where nobody takes over, but for its chair and its last member: they wait for somebody", () => {
    expect(changesOf(leaveBoard(board("eve", "nora", "eve"), nobody))).toEqual([{ memberIds: ["eve"] }]);
    expect(leaveBoard(board("nora", "nora", "eve"), nobody)).toEqual([]);
    expect(leaveBoard(board("eve", "eve"), to)).toEqual([]);
  });
});

describe("rules of changes that name somebody who is gone", () => {
  const model = {
    ...base,
    id: "CMO0000001",
    state: "active",
    ...ModelFields.parse({
      name: "Network",
      type: "normal",
      tasks: [
        { title: "Pull cables", assigneeId: "nora" },
        { title: "Test", assigneeId: "eve" },
      ],
      approval: { steps: [{ name: "Owner", approvers: [{ kind: "person", id: "nora" }] }] },
    }),
  } as ChangeModel;

  it("name who takes over for approvals and for planned work", () => {
    const [changes] = changesOf(replaceInModel(model, to));
    expect(changes?.approval?.steps[0]?.approvers).toEqual([{ kind: "person", id: "abe" }]);
    expect(changes?.tasks?.map(({ assigneeId }) => assigneeId)).toEqual(["abe", "eve"]);
    expect(isNamedInModel({ ...model, ...changes } as ChangeModel, "nora")).toBe(false);
    expect(replaceInModel(model, { personId: "max" })).toEqual([]);
  });

  it("ask the change managers, and leave the work to its team, where nobody takes over", () => {
    const [changes] = changesOf(replaceInModel(model, nobody));
    expect(changes?.approval?.steps[0]?.approvers).toEqual([{ kind: "role", id: "change-manager" }]);
    expect(changes?.tasks?.[0]?.assigneeId).toBeUndefined();
  });

  it("ask others for exceptions of a freeze", () => {
    const steps = [{ name: "Board", approvers: [{ kind: "person", id: "nora" }] }];
    const times = { from: now, to: "2027-02-01T00:00:00.000Z", all: true, exception: { steps } };
    const [changes] = changesOf(replaceInFreeze(freeze(times), to));
    expect(changes?.exception?.steps[0]?.approvers).toEqual([{ kind: "person", id: "abe" }]);
  });

  it("plan the work of a template for others, in the draft and in the edition in use", () => {
    const fields = TemplateFields.parse({
      name: "Reboot",
      fields: { title: "Reboot" },
      tasks: [{ title: "Press", assigneeId: "nora" }],
    });
    const inUse = { edition: 2, fields: fields.fields, locked: fields.locked, tasks: fields.tasks };
    const approved = { ...base, ...fields, id: "CTP0000001", state: "approved", draftedBy: "x", inUse };
    const [changes] = changesOf(replaceInTemplate(approved as ChangeTemplate, to));
    expect([changes?.tasks?.[0]?.assigneeId, changes?.inUse?.tasks[0]?.assigneeId]).toEqual(["abe", "abe"]);
    expect(changes?.inUse?.edition).toBe(2);
    const retired = { ...approved, state: "retired" } as ChangeTemplate;
    expect(replaceInTemplate(retired, to)).toEqual([]);
  });
});

describe("an absence of somebody who is gone, or in which they stand in", () => {
  const absence = (personId: string, toId: string): Delegation => ({
    ...{ ...base, id: "CDG0000001", state: "active", personId, toId },
    ...{ from: now, until: "2027-02-01T00:00:00.000Z" },
  });
  const leaves = (delegation: Delegation, leaver: typeof to | typeof nobody) =>
    changesOf(handOverDelegation(delegation, leaver, now));

  it("ends when it is their own", () => {
    expect(leaves(absence("nora", "eve"), to)).toEqual([{ state: "ended" }]);
  });

  it("is taken over by who takes over, unless that is who is away, or nobody", () => {
    expect(leaves(absence("eve", "nora"), to)).toEqual([{ toId: "abe" }]);
    expect(leaves(absence("abe", "nora"), to)).toEqual([{ state: "ended" }]);
    expect(leaves(absence("eve", "nora"), nobody)).toEqual([{ state: "ended" }]);
  });

  it("is nothing to wait for when it is over", () => {
    expect(isInDelegation(absence("eve", "nora"), "nora", now)).toBe(true);
    expect(isInDelegation(absence("eve", "nora"), "nora", "2027-02-01T00:00:00.000Z")).toBe(false);
  });
});
