import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { Link } from "react-router";
import { whyTexts } from "./texts.ts";

/** From the person's page to why it is one person. */
export function WhyLink({ id }: { readonly id: string }) {
  const text = useText(whyTexts);
  return (
    <Button component={Link} to={`/people/${encodeURIComponent(id)}/why`}>
      {text.title}
    </Button>
  );
}
