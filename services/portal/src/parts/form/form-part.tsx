import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { ReactNode } from "react";

type Props = { readonly title: string; readonly lead?: string; readonly children: ReactNode };

/** A part of a form with its heading. */
export const FormPart = ({ title, lead, children }: Props) => (
  <Container
    header={
      <Header variant="h2" description={lead}>
        {title}
      </Header>
    }
  >
    {children}
  </Container>
);
