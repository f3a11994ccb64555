import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { follow } from "../shell/follow.ts";

type Words = Readonly<Record<string, string>>;

type HubProps = {
  readonly title: string;
  readonly lead: string;
  /** What each way is called, by its address. */
  readonly names: Words;
  /** What is at its end. */
  readonly ways: Words;
};

/** The ways to pages that belong together. */
export const Hub = ({ title, lead, names, ways }: HubProps) => (
  <Container
    header={
      <Header variant="h1" description={lead}>
        {title}
      </Header>
    }
  >
    <SpaceBetween size="m">
      {Object.entries(names).map(([href, name]) => (
        <div key={href}>
          <Link href={href} onFollow={follow} fontSize="heading-s">
            {name}
          </Link>
          <Box color="text-body-secondary">{ways[href]}</Box>
        </div>
      ))}
    </SpaceBetween>
  </Container>
);
