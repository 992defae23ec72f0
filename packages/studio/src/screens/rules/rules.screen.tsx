// Rules: what says that two are one person. A change is written down, tried on all that was heard, and applied while the shop goes on.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { RuleForm } from "./form.tsx";
import { Holds } from "./holds.tsx";
import "./rules.css";
import { ruleTexts } from "./texts.ts";
import { Run } from "./trial.tsx";
import { useAct, useRules } from "./use-rules.ts";
import { Versions } from "./versions.tsx";

export function Rules() {
  const text = useText(ruleTexts);
  const { data: session } = useSession();
  const rules = useRules();
  const act = useAct();
  const [writes, setWrites] = useState(false);
  const manages = may(session, "identity.manage");
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <Answered asked={rules} rows={10} shape="lines">
        {({ inForce, versions, run }) => {
          const held = versions.find((one) => one.number === inForce)?.body;
          if (held === undefined) return null;
          const busy = act.isPending || run?.state === "running";
          return (
            <div className="page ru">
              <section className="ru-main">
                <p className="ru-lead mid">{text.lead}</p>
                {run === null ? null : <Run run={run} manages={manages} act={act} />}
                {writes ? (
                  <RuleForm held={held} close={() => setWrites(false)} />
                ) : (
                  <>
                    <header className="ru-title">
                      <h2>{text.holds}</h2>
                      {manages ? (
                        <Button onClick={() => setWrites(true)}>{text.change}</Button>
                      ) : (
                        <p className="dim ru-small">{text.readOnly}</p>
                      )}
                    </header>
                    <Holds body={held} />
                  </>
                )}
              </section>
              <Versions versions={versions} held={held} busy={busy} manages={manages} act={act} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}
