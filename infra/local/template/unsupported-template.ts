/** The template cannot run here: every reason at once, one a line. */
export class UnsupportedTemplate extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The template cannot run on the local cloud:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.name = "UnsupportedTemplate";
    this.problems = problems;
  }
}
