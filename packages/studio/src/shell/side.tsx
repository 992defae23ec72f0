// The side navigation: groups in one order for all, a red stitch at the current place.

import { useText } from "@somlos/look/language";
import { Link } from "react-router";
import { screens } from "../screens/index.ts";
import type { Screen } from "../screens/screen.ts";
import { may, type Session } from "../session.ts";
import { HouseName } from "./house-name.tsx";
import { navigation } from "./places.ts";
import { StaffMenu } from "./staff-menu.tsx";
import { shellTexts } from "./texts.ts";
import { Wordmark } from "./wordmark.tsx";

function Place({ screen, current }: { readonly screen: Screen; readonly current: boolean }) {
  const { title } = useText(screen.texts);
  const Sign = screen.icon;
  return (
    <Link className="nav" to={screen.path} aria-current={current ? "page" : undefined}>
      <Sign size={17} stroke={1.6} aria-hidden className="icon" />
      <span className="el" title={title}>
        {title}
      </span>
    </Link>
  );
}

type SideProps = { readonly session: Session; readonly current: string | undefined };

export function Side({ session, current }: SideProps) {
  const text = useText(shellTexts);
  const entries = navigation(screens, (screen) => may(session, screen.needs));
  return (
    <nav className="side" aria-label={text.main}>
      <Link to="/" className="word" aria-label="Sömlös">
        <Wordmark />
      </Link>
      <HouseName name={session.installation.name} logo={session.installation.logo} />
      <div className="side-nav">
        {entries.map(({ group, screens: places }) => (
          <div key={group}>
            {group === "today" ? null : <div className="navh">{text.groups[group]}</div>}
            {places.map((screen) => (
              <Place key={screen.id} screen={screen} current={screen.id === current} />
            ))}
          </div>
        ))}
      </div>
      <StaffMenu session={session} />
    </nav>
  );
}
