import { awaited } from "../../shared/approvals/approval.ts";
import { seatedLater } from "../../shared/approvals/hand-over.ts";
import type { Edge } from "../../shared/dynamo/record.ts";
import { askedBoards, awaitedBoards } from "./board-seats.ts";
import { type Change, isOpen } from "./change.ts";
import { taskPeople } from "./task.ts";

/** What a change is found by besides its own fields. */
export const target = {
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  record: (id: string) => `record#${id}`,
  parent: (id: string) => `parent#${id}`,
  predecessor: (id: string) => `before#${id}`,
  approver: (id: string) => `approver#${id}`,
  seatedLater: (id: string) => `seated#${id}`,
  approverRole: (role: string) => `role#${role}`,
  board: (id: string) => `board#${id}`,
  boardReview: (id: string) => `board-review#${id}`,
  taskAssignee: (id: string) => `task#${id}`,
};

const day = 24 * 3_600_000;
const week = 7 * day;
/** 5 January 1970 was the first Monday. */
const firstMonday = 4 * day;

/** The Monday (UTC, `YYYY-MM-DD`) of the week of a moment. */
export const weekOf = (at: string): string => {
  const since = Math.floor((Date.parse(at) - firstMonday) / week);
  return new Date(firstMonday + since * week).toISOString().slice(0, 10);
};

/** Every week that a window touches: a window has at most 31 days. */
const weeksOf = ({ plannedStart, plannedEnd }: Change): string[] => {
  if (plannedStart === undefined || plannedEnd === undefined) return [];
  const weeks = [weekOf(plannedStart)];
  for (let at = Date.parse(`${weeks[0]}T00:00:00Z`) + week; at < Date.parse(plannedEnd); at += week)
    weeks.push(new Date(at).toISOString().slice(0, 10));
  return weeks;
};

/** It did not succeed and is not closed: who approved it looks back on it. */
const looksBack = ({ state, outcome }: Change): boolean =>
  state === "review" && outcome !== undefined && outcome !== "successful";

/** What a change asks people at this time: whether it may be done, and whether in a freeze. */
const questions = ({ state, approval, exception }: Change) => [
  state === "authorize" ? approval : undefined,
  exception?.state === "asked" ? exception.approval : undefined,
];

/** Who is asked in later steps: ten steps of twenty people are more than one transaction writes. */
export const laterEdges = (change: Change): Edge[] =>
  [...new Set(questions(change).flatMap(seatedLater))].map((personId) => ({
    index: "byTarget",
    target: target.seatedLater(personId),
    order: change.id,
  }));

export const changeEdges = (change: Change): Edge[] => {
  const { id, openedAt, serviceId, links, parentId, comesAfter = [], tasks, approval } = change;
  const open = questions(change);
  const asked = open.map(awaited);
  const targets = [
    ...(serviceId ? [target.service(serviceId)] : []),
    ...links.map((link) => target.record(link.target)),
    ...(parentId ? [target.parent(parentId)] : []),
    ...comesAfter.map(target.predecessor),
    ...asked.flatMap(({ people }) => people.map(target.approver)),
    ...asked.flatMap(({ roles }) => roles.map(target.approverRole)),
    ...awaitedBoards(open[0]).map(target.board),
    ...(looksBack(change) ? askedBoards(approval).map(target.boardReview) : []),
    ...(isOpen(change) ? taskPeople(tasks, true).map(target.taskAssignee) : []),
  ];
  const order = `${openedAt}#${id}`;
  return [
    ...[...new Set(targets)].map((each) => ({ index: "byTarget", target: each, order })),
    ...weeksOf(change).map((each) => ({
      index: "byWeek",
      target: each,
      order: `${change.plannedStart}#${id}`,
    })),
  ];
};
