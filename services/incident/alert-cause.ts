import * as z from "zod";

/** The alert, or the storm of alerts, for which an incident was opened, as far as it has been followed. */
export const AlertCause = z.object({
  id: z.string().describe("Number of the alert or storm"),
  episode: z.number().int().describe("Which of its times of firing"),
  transition: z.number().int().describe("The latest change of it that was acted on"),
  occurrences: z.number().int().describe("How often it was reported, in round figures"),
  isPassedOn: z
    .boolean()
    .optional()
    .describe("It failed again when this one could not be reopened: another incident was opened for it"),
});
export type AlertCause = z.infer<typeof AlertCause>;

/** One incident at most may name the same time of firing as its cause. */
export const causeKey = ({ id, episode }: Pick<AlertCause, "id" | "episode">): string => `${id}/${episode}`;
