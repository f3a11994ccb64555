/** Where results are: of dry runs and of the run, all of them and those that somebody should look at. */
export const resultSheets = (run: "check" | "import" | "undo", isTrouble = false): string =>
  `${isTrouble ? "TROUBLE" : "RESULT"}#${run}#`;
