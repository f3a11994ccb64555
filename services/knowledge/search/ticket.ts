import { type Actor, may } from "../../../shared/access/actor.ts";
import type { Member, Projections, ProjectionType } from "../../../shared/dynamo/projections.ts";
import type { SearchDocument } from "../../../shared/search/document.ts";
import type { IncidentSnapshot } from "../../incident/events.ts";
import { type Changed, type Source, stampFacet, tag } from "./searchable.ts";
import { tagsForTicket } from "./sees.ts";

/** What knowledge keeps of an incident that was resolved at some time. `heardAt`: when it was told (ISO 8601). */
export type KnownTicket = Pick<
  IncidentSnapshot,
  | "id"
  | "state"
  | "title"
  | "restricted"
  | "category"
  | "serviceId"
  | "ciIds"
  | "links"
  | "callerId"
  | "assigneeId"
  | "resolvedAt"
  | "mergedInto"
> & { readonly sequence: number; readonly heardAt: string };

/** How it was resolved, which only one of its events says. */
export type KnownResolution = {
  readonly id: string;
  readonly code: string;
  readonly text?: string | undefined;
  readonly resolvedBy: string;
  readonly sequence: number;
  readonly heardAt: string;
};

export const knownTicket = (incident: IncidentSnapshot, sequence: number, heardAt: string): KnownTicket => {
  const { id, state, title, restricted, category, serviceId, ciIds, links } = incident;
  const { callerId, assigneeId, resolvedAt, mergedInto } = incident;
  const facts = { id, state, title, restricted, category, serviceId, ciIds, links };
  return { ...facts, callerId, assigneeId, resolvedAt, mergedInto, sequence, heardAt };
};

/** All tickets that knowledge was told of, by when. */
export const heard = "heard";

export const ticketProjection: ProjectionType<KnownTicket> = {
  kind: "TICKET",
  memberships: ({ heardAt }) => [{ group: heard, order: heardAt }],
};
export const resolutionProjection: ProjectionType<KnownResolution> = {
  kind: "RESOLUTION",
  memberships: ({ heardAt }) => [{ group: heard, order: heardAt }],
};

/** A ticket with its resolution, as far as they are known. */
export type Ticket = { readonly ticket: KnownTicket; readonly resolution: KnownResolution | undefined };

/** It shows others a way out: it is resolved, no secret, and no duplicate of another. */
export const isExample = ({ ticket }: Ticket): boolean =>
  (ticket.state === "resolved" || ticket.state === "closed") &&
  !ticket.restricted &&
  ticket.mergedInto === undefined &&
  ticket.title !== undefined;

/** What an actor sees of a past ticket: who works on IT services all of them, others their own. */
export const viewTicket = (actor: Actor, ticket: Ticket): Ticket | undefined => {
  const isMine = may(actor, "knowledge:read") && ticket.ticket.callerId === actor.id;
  return isExample(ticket) && (isMine || may(actor, "knowledge:read_internal")) ? ticket : undefined;
};

const stampOf = ({ ticket, resolution }: Ticket): string => `${ticket.sequence}.${resolution?.sequence ?? 0}`;

export const ticketDocument = (one: Ticket): SearchDocument => {
  const { ticket, resolution } = one;
  const { id, title = "", category = "", serviceId = "", ciIds, callerId } = ticket;
  return {
    id,
    title,
    keywords: [category, serviceId, ...ciIds].join(" "),
    body: resolution?.text ?? "",
    tags: [
      tag("kind", "incident"),
      ...(category ? [tag("category", category)] : []),
      ...(serviceId ? [tag("service", serviceId)] : []),
      ...ciIds.map((ci) => tag("ci", ci)),
      ...tagsForTicket(callerId),
      tag(stampFacet, stampOf(one)),
    ],
  };
};

/** The tickets that knowledge was told of, by id; those it was not are missing. */
export type Tickets = (ids: readonly string[]) => Promise<ReadonlyMap<string, Ticket>>;

export const createTickets =
  (tickets: Projections<KnownTicket>, resolutions: Projections<KnownResolution>): Tickets =>
  async (ids) => {
    const [known, how] = await Promise.all([tickets.known(ids), resolutions.known(ids)]);
    return new Map([...known].map(([id, ticket]) => [id, { ticket, resolution: how.get(id) }]));
  };

/** Past tickets, told of when their facts come; and again, by an echo, when how they were resolved comes. */
export const createTicketSources = (
  tickets: Projections<KnownTicket>,
  resolutions: Projections<KnownResolution>,
): readonly Source[] => {
  const known = createTickets(tickets, resolutions);
  const changed = async (members: readonly Member<unknown>[]): Promise<readonly Changed[]> => {
    const found = await known(members.map(({ id }) => id));
    return members.map(({ id, order }) => {
      const ticket = found.get(id);
      const isFound = ticket !== undefined && isExample(ticket);
      return { id, stamp: isFound ? stampOf(ticket) : "", order, isFound };
    });
  };
  const sourceOf = (name: string, pages: Projections<unknown>["pages"], isEcho: boolean): Source => ({
    name,
    isEcho,
    changes: async function* (from) {
      for await (const page of pages(heard, from)) yield await changed(page);
    },
    documents: async (ids) => {
      const examples = [...(await known(ids))].filter(([, one]) => isExample(one));
      return new Map(examples.map(([id, one]) => [id, ticketDocument(one)]));
    },
  });
  return [sourceOf("tickets", tickets.pages, false), sourceOf("resolutions", resolutions.pages, true)];
};
