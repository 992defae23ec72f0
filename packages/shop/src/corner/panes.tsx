// Inside: every pane, once somebody has come in.
import { useText } from "@somlos/look/language";
import { HouseholdPane } from "../household/household-pane.tsx";
import { ThisScreen } from "../household/this-screen.tsx";
import { ResearchPane } from "../research/research-pane.tsx";
import { WhoseCorner } from "../sign-in/whose.tsx";
import { ContactPane } from "./contact-pane.tsx";
import { DialPane } from "./dial-pane.tsx";
import { FactsPane, useMyself } from "./facts-pane.tsx";
import { PasskeysPane } from "./passkeys-pane.tsx";
import { RestrictionPane } from "./restriction-pane.tsx";
import { RightsPane } from "./rights-pane.tsx";
import { SeenPane } from "./seen-pane.tsx";
import { SessionsPane } from "./sessions-pane.tsx";
import { Silence } from "./silence/silence.tsx";
import { cornerTexts } from "./texts.ts";
import { UnaskedPane } from "./unasked-pane.tsx";
import { RewardsPane } from "./wishes-interests.tsx";
import { WishesPane } from "./wishes-pane.tsx";

export { Invited } from "../household/invited.tsx";

/** `left`: after somebody signed out here. */
export function Panes({ left }: { readonly left: () => void }) {
  const text = useText(cornerTexts);
  const myself = useMyself();
  return (
    <>
      <div className="hello">
        <h1>{text.hello(myself.data?.name?.split(" ")[0] ?? null)}</h1>
        <p>{text.lead}</p>
        <WhoseCorner />
      </div>
      <Silence left={left} />
      <ThisScreen name={myself.data?.name ?? null} left={left} />
      <div className="panes">
        <div className="panes-main">
          <DialPane />
          <div className="panes-two">
            <ContactPane />
            <FactsPane />
          </div>
          <UnaskedPane />
          <WishesPane />
          <ResearchPane />
          <HouseholdPane />
        </div>
        <div className="panes-side">
          <SeenPane />
          <RewardsPane />
          <RightsPane />
          <RestrictionPane />
          <PasskeysPane />
          <SessionsPane />
        </div>
      </div>
    </>
  );
}
