// Why somebody is one person: threads that join in knots; what would happen if they were two, or one with another.
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { useParams } from "react-router";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Body } from "./body.tsx";
import { whyTexts } from "./texts.ts";
import { useClaims, usePerson } from "./use-why.ts";
import "./why.css";
import "./words.css";
import "./picture.css";

/** Drawn at first, and at most. */
const FIRST = 12;
const MOST = 200;

export function Why() {
  const text = useText(whyTexts);
  const { id = "" } = useParams();
  const { data: session } = useSession();
  const [most, setMost] = useState(FIRST);
  const claims = useClaims(id, most);
  const person = usePerson(id);
  const name = person.data?.name ?? null;
  const from = { title: name ?? text.person, path: `/people/${encodeURIComponent(id)}` };
  return (
    <>
      <Top title={text.title} {...(claims.data === undefined ? { heading: true } : {})} from={from}>
        <FindButton />
      </Top>
      <Answered asked={claims} rows={8}>
        {(found) => (
          <div className="page">
            <div className="page-main">
              <Body
                key={id}
                claims={found}
                name={name}
                acts={may(session, "people.join")}
                more={most < MOST ? () => setMost(MOST) : undefined}
              />
            </div>
          </div>
        )}
      </Answered>
    </>
  );
}
