// The phone: four places of the role in the thumb's reach, everything else under More.
import { Button, Drawer } from "@mantine/core";
import { languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { IconLogout, IconMenu2, IconUserCircle } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { chooseTheme, themes, useTheme } from "../look/color-scheme.ts";
import { screens } from "../screens/index.ts";
import type { Screen } from "../screens/screen.ts";
import { may, type Session } from "../session.ts";
import { tabs } from "./places.ts";
import { StaffChip, useSignOut } from "./staff-menu.tsx";
import "./tabs.css";
import { shellTexts } from "./texts.ts";

function Tab({ screen, current }: { readonly screen: Screen; readonly current: boolean }) {
  const { title } = useText(screen.texts);
  const Sign = screen.icon;
  return (
    <Link to={screen.path} className="tab" aria-current={current ? "page" : undefined}>
      <Sign size={22} stroke={1.5} aria-hidden className="icon" />
      <span className="el">{title}</span>
    </Link>
  );
}

function RestLink({ screen, close }: { readonly screen: Screen; readonly close: () => void }) {
  const { title } = useText(screen.texts);
  const Sign = screen.icon;
  return (
    <Link to={screen.path} className="more-link" onClick={close}>
      <Sign size={20} stroke={1.5} aria-hidden className="icon" />
      {title}
    </Link>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly choose: (value: Value) => void;
};

function Choice<Value extends string>({ label, values, value, words, choose }: ChoiceProps<Value>) {
  return (
    <fieldset className="more-choice">
      <legend>{label}</legend>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          className={one === value ? "chip chip-on" : "chip chip-line"}
          aria-pressed={one === value}
          onClick={() => choose(one)}
        >
          {words[one]}
        </button>
      ))}
    </fieldset>
  );
}

function More({
  session,
  rest,
  close,
}: {
  readonly session: Session;
  readonly rest: readonly Screen[];
  readonly close: () => void;
}) {
  const text = useText(shellTexts);
  const { language, choose } = useLanguage();
  const theme = useTheme();
  const leave = useSignOut();
  return (
    <div className="more">
      {rest.map((screen) => (
        <RestLink key={screen.id} screen={screen} close={close} />
      ))}
      <StaffChip session={session} />
      {session.staff.email === null ? null : (
        <Link to="/account" className="more-link" onClick={close}>
          <IconUserCircle size={20} stroke={1.5} aria-hidden className="icon" />
          {text.ownAccount}
        </Link>
      )}
      <Choice
        label={text.language}
        values={languages}
        value={language}
        words={languageNames}
        choose={choose}
      />
      <Choice label={text.theme} values={themes} value={theme} words={text.themes} choose={chooseTheme} />
      <Button fullWidth leftSection={<IconLogout size={18} stroke={1.5} aria-hidden />} onClick={leave}>
        {text.signOut}
      </Button>
    </div>
  );
}

type TabsProps = { readonly session: Session; readonly current: string | undefined };

export function Tabs({ session, current }: TabsProps) {
  const text = useText(shellTexts);
  const [open, setOpen] = useState(false);
  const { tabs: shown, rest } = tabs(screens, (screen) => may(session, screen.needs), session.staff.role);
  const close = (): void => setOpen(false);
  return (
    <>
      <nav className="tabs" aria-label={text.main}>
        {shown.map((screen) => (
          <Tab key={screen.id} screen={screen} current={screen.id === current} />
        ))}
        <button
          type="button"
          className="tab plain"
          aria-haspopup="dialog"
          aria-expanded={open}
          data-on={rest.some((screen) => screen.id === current) || undefined}
          onClick={() => setOpen(true)}
        >
          <IconMenu2 size={22} stroke={1.5} aria-hidden className="icon" />
          <span>{text.more}</span>
        </button>
      </nav>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        classNames={{ content: "more-sheet" }}
        title={<b>{text.more}</b>}
        closeButtonProps={{ "aria-label": text.close }}
      >
        <More session={session} rest={rest} close={close} />
      </Drawer>
    </>
  );
}
