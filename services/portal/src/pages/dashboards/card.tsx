import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { plainWords } from "../../api/plain-words.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { notify } from "../../shell/notices.ts";
import { csvOf } from "./csv.ts";
import { NumberLink } from "./number-link.tsx";
import { dashboardTexts as texts } from "./texts.ts";

/** A number above a chart: which, how it reads, and the list behind it. */
export type KeyNumber = { readonly figure: string; readonly text: string; readonly href: string };

type Props = {
  readonly title: string;
  readonly route: string;
  readonly query: object;
  readonly numbers: readonly KeyNumber[];
  readonly problem: ApiProblem | undefined;
  readonly children: ReactNode;
};

/** Hands a table of the API to the person's browser as a file. */
const download = async (route: string, query: object, name: string): Promise<void> => {
  const address = URL.createObjectURL(await csvOf(route, query));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
};

const nameOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, "-");

/** One picture of the dashboards with its numbers, which open lists, and the table it is made of. */
export const Card = ({ title, route, query, numbers, problem, children }: Props) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button
            iconName="download"
            ariaLabel={texts.csvOf(title)}
            onClick={() =>
              void download(route, query, nameOf(title)).catch((error: unknown) =>
                notify("error", plainWords(asProblem(error))),
              )
            }
          >
            {texts.csv}
          </Button>
        }
      >
        {title}
      </Header>
    }
  >
    <SpaceBetween size="m">
      <ProblemAlert problem={problem} />
      {numbers.length > 0 && (
        <KeyValues
          columns={Math.min(4, numbers.length)}
          pairs={numbers.map(({ figure, text, href }) => {
            const what = texts.figures[figure] ?? figure;
            return [what, <NumberLink key={figure} text={text} what={what} href={href} isLarge />] as const;
          })}
        />
      )}
      {children}
    </SpaceBetween>
  </Container>
);
