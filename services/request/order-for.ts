import { may } from "../../shared/access/actor.ts";
import { violation } from "./decisions/command.ts";
import { managersOf } from "./people.ts";
import type { On } from "./prepare-line.ts";

type Asking = Pick<On, "actor" | "requestedFor" | "teams" | "settings">;

/** Whether somebody may ask for somebody else. */
export const mayOrderFor = ({ actor, requestedFor, teams, settings }: Asking): boolean =>
  requestedFor === actor.id ||
  settings.orderForOthers === "anybody" ||
  may(actor, "request:work") ||
  managersOf(requestedFor, teams).includes(actor.id);

/** Refuses who may not. */
export const mustOrderFor = (asking: Asking, path = "body.requestedFor"): void => {
  if (!mayOrderFor(asking)) throw violation(path, "Only who leads their team orders for somebody else");
};
