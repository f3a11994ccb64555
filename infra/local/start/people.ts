import { existsSync, readFileSync } from "node:fs";
import { genericPeople } from "../cloud/generic-people.ts";
import { Directory } from "../issuer/people.ts";
import { StartFailure } from "./options.ts";

/** Reads who can sign in; without the file there is a generic pair. */
export const readPeople = (file: string): Directory => {
  if (!existsSync(file)) return Directory.parse(genericPeople);
  try {
    return Directory.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new StartFailure(
      `${file} is no valid people file: ${(error as Error).message.replaceAll(/\s+/g, " ")}`,
    );
  }
};
