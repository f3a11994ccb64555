import { send } from "../../api/call.ts";
import { problemOf } from "../../api/problem.ts";

/** A report as a table; a refusal is thrown as `ApiProblem`, never handed over as a file. */
export const csvOf = async (route: string, query: object): Promise<Blob> => {
  const response = await send(route, { query, accept: "text/csv" });
  if (!response.ok) throw await problemOf(response);
  return response.blob();
};
