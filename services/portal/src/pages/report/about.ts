import type { BodyOf } from "../../api/request.ts";

/** What a report is about, as far as the person knows it. */
export type About = {
  readonly serviceId?: string | undefined;
  readonly category?: string | undefined;
  readonly ciIds?: readonly string[] | undefined;
};

/** Without what is empty, as the API takes it. */
export const saidAbout = ({ serviceId = "", category = "", ciIds = [] }: About) => ({
  ...(serviceId.trim() === "" ? {} : { serviceId: serviceId.trim() }),
  ...(category.trim() === "" ? {} : { category: category.trim() }),
  ...(ciIds.length === 0 ? {} : { ciIds }),
});

/** What the address that led here says of it. */
export const aboutIn = (search: string): About => {
  const query = new URLSearchParams(search);
  return {
    serviceId: query.get("service") ?? "",
    category: query.get("category") ?? "",
    ciIds: query.getAll("ci"),
  };
};

type Question = BodyOf<"POST /knowledge/suggestions">;

/** Titles shorter than this say nothing yet. */
const leastTitle = 3;
const mostTitle = 200;
const mostDescription = 4000;

/** What is asked to find help for a report that is being written; undefined while too little is said. */
export const questionOf = (title: string, description: string, about: About): Question | undefined => {
  if (title.trim().length < leastTitle) return undefined;
  const more = description.trim().slice(0, mostDescription);
  return {
    title: title.trim().slice(0, mostTitle),
    ...(more === "" ? {} : { description: more }),
    ...saidAbout(about),
  };
};
