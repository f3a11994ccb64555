import type { World } from "./journeys/journey.ts";

/** A page of the portal that is opened, judged and photographed. */
export type TriedPage = {
  /** Names its photographs. */
  readonly name: string;
  readonly path: string | ((world: World) => Promise<string>);
  /** Who opens it: an id of `infra/demo/people.json`. */
  readonly person: string;
  /** Text that is there when the page shows what it is for. */
  readonly shows: string | RegExp;
  /** Photographed on a phone, too: views of employees. */
  readonly onPhone?: boolean;
  /** Refusals that belong to it, as the browser tells them with their address; any other is a complaint. */
  readonly refused?: readonly RegExp[];
};
