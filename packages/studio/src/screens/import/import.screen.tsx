// One import: its columns, its trial, its run. The step stands in the address, so that going back goes back.
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useText } from "@somlos/look/language";
import { useParams, useSearchParams } from "react-router";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { ColumnsStep } from "./columns/columns.step.tsx";
import { Head } from "./head.tsx";
import "./import.css";
import "./one-import.css";
import { Progress } from "./run/progress.tsx";
import { Result } from "./run/result.tsx";
import "./run/run.css";
import { runTexts } from "./run/texts.ts";
import { Trial } from "./run/trial.tsx";
import { mayOpen, type Step, stepOf, steps } from "./steps.rules.ts";
import { importTexts } from "./texts.ts";
import { useImport } from "./use-imports.ts";

type BodyProps = {
  readonly view: ImportView;
  readonly step: Step;
  readonly runs: boolean;
  readonly open: (step: Step | undefined) => void;
};

function Body({ view, step, runs, open }: BodyProps) {
  const text = useText(runTexts);
  const mend = (): void => open("columns");
  if (step === "columns") {
    if (!runs) return <p className="im-step mid">{text.hidden}</p>;
    if (!view.fileKept) return <Empty title={text.fileGone}>{text.kept}</Empty>;
    return <ColumnsStep view={view} tried={() => open(undefined)} />;
  }
  if (view.state === "trying" || (step === "run" && ["running", "paused"].includes(view.state)))
    return <Progress view={view} runs={runs} />;
  if (step === "try" && view.tried !== null)
    return <Trial view={view} tried={view.tried} runs={runs} mend={mend} />;
  return <Result view={view} runs={runs} mend={mend} />;
}

export function Import() {
  const text = useText(importTexts);
  const { id = "" } = useParams();
  const [address, setAddress] = useSearchParams();
  const { data: session } = useSession();
  const asked = useImport(id);
  const runs = may(session, "imports.run");
  const open = (step: Step | undefined): void => setAddress(step === undefined ? {} : { step });
  return (
    <>
      <Top title={asked.data?.name ?? text.title} from={{ title: text.title, path: "/imports" }}>
        <FindButton />
      </Top>
      <Answered asked={asked}>
        {(view) => {
          const wanted = steps.find((one) => one === address.get("step"));
          const step = wanted !== undefined && mayOpen(wanted, view) ? wanted : stepOf(view);
          return (
            <>
              <Head view={view} runs={runs} step={step} open={open} />
              <Body view={view} step={step} runs={runs} open={open} />
            </>
          );
        }}
      </Answered>
    </>
  );
}
