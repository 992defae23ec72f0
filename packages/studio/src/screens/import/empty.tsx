// Nothing imported yet: what the way is, and a file to try it with.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { RefusedNote } from "../../forms/refused.tsx";
import { type Step, steps } from "./steps.rules.ts";
import { importTexts } from "./texts.ts";

const examples = ["customers", "receipts"] as const;
type Example = (typeof examples)[number];

async function fetchExample(example: Example): Promise<File> {
  const answer = await fetch(`/examples/${example}.csv`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new File([await answer.blob()], `${example}.csv`);
}

export function Examples({ send }: { readonly send: (file: File) => void }) {
  const text = useText(importTexts);
  const take = useMutation({ mutationFn: fetchExample, onSuccess: send });
  return (
    <section className="im-examples">
      <h2 className="h">{text.exampleTitle}</h2>
      <p className="mid">{text.exampleSays}</p>
      <div className="im-acts">
        {examples.map((example) => (
          <Button key={example} onClick={() => take.mutate(example)} loading={take.isPending}>
            {text.examples[example]}
          </Button>
        ))}
      </div>
      <RefusedNote error={take.error} />
    </section>
  );
}

export function NoImports() {
  const text = useText(importTexts);
  const says = (step: Step) => text.emptySteps[step];
  return (
    <section className="im-empty">
      <h2 className="state-title">{text.emptyTitle}</h2>
      <p className="mid">{text.emptySays}</p>
      <ol className="im-way">
        {steps.map((step) => (
          <li key={step}>
            <i className="knot knot-open knot-red im-way-knot" aria-hidden />
            <b>{says(step)[0]}</b>
            <span>{says(step)[1]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
