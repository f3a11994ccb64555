import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import { BoardId } from "./board.ts";
import { TeamId } from "./change-fields.ts";
import { ChangeFeedChanged } from "./events-kept.ts";

export const FeedId = z.string().regex(/^CFD\d{7,12}$/, "A calendar feed such as CFD0000001");

const filters = {
  teamId: TeamId.optional().describe("Open changes that this team does"),
  serviceId: ForeignId.optional().describe("Changes of this service"),
  ciId: ForeignId.optional().describe("Changes of this CI"),
  boardId: BoardId.optional().describe("Meetings of this board"),
};
const fields = { name: ShortText, ...filters };

/** A calendar that programs subscribe to: all changes, those of a team, a service or a CI, or a board's meetings. */
export const FeedFields = z
  .strictObject(fields)
  .refine(
    ({ teamId, serviceId, ciId, boardId }) =>
      [teamId, serviceId, ciId, boardId].filter((each) => each !== undefined).length <= 1,
    { path: ["name"], error: "About one thing at most: a team, a service, a CI or a board" },
  );
export type FeedFields = z.infer<typeof FeedFields>;

export const Feed = z.object({ id: FeedId, ...keptFields, ...fields }).meta({ id: "ChangeFeed" });
export type Feed = z.infer<typeof Feed> & RecordBase;

export const tellOfFeed: Tell<Feed> = ({ id, name, state, teamId, serviceId, ciId, boardId }, changes) =>
  occurred(
    ChangeFeedChanged,
    { feed: { id, name, retired: state === "retired", teamId, serviceId, ciId, boardId } },
    changes,
  );

const signature = (key: Buffer, id: string): string =>
  createHmac("sha256", key).update(`change-feed.${id}`).digest("base64url");

/** What opens a feed without signing in, for programs that cannot. Retiring the feed ends it. */
export const sealFeed = (key: Buffer, id: string): string => `${id}.${signature(key, id)}`;

/** The feed that a token opens, if this service sealed it. */
export const openFeed = (key: Buffer, token: string): string | undefined => {
  const [id = ""] = token.split(".", 1);
  const [given, expected] = [Buffer.from(token), Buffer.from(sealFeed(key, id))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
};
