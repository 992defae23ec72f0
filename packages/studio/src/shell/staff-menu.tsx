// Language, theme, sign out: the same in the side navigation and under More on a phone.
import { Menu, UnstyledButton } from "@mantine/core";
import { languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { chooseTheme, themes, useTheme } from "../look/color-scheme.ts";
import { type Session, sessionKey, signOut } from "../session.ts";
import { shellTexts } from "./texts.ts";

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.charAt(0) ?? "";
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : "";
  return (first + last).toLocaleUpperCase();
};

export function useSignOut(): () => void {
  const client = useQueryClient();
  return () => {
    const gone = (): void => {
      client.setQueryData(sessionKey, null);
      // What was read under this session does not stay behind for the next one at the desk.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    };
    // Without an answer the door may still be open: the session is asked for again and tells.
    void signOut().then(gone, () => client.invalidateQueries({ queryKey: sessionKey }));
  };
}

/** Name, role and installation: who sits here. */
export function StaffChip({ session }: { readonly session: Session }) {
  const text = useText(shellTexts);
  const { staff, installation } = session;
  const where = `${text.roles[staff.role]} · ${installation.name}`;
  return (
    <span className="chip-staff">
      <span className="ava" aria-hidden>
        {initialsOf(staff.name)}
      </span>
      <span className="chip-staff-text">
        <span className="el chip-staff-name" title={staff.name}>
          {staff.name}
        </span>
        <span className="el chip-staff-role" title={where}>
          {where}
        </span>
      </span>
    </span>
  );
}

export function StaffMenu({ session }: { readonly session: Session }) {
  const text = useText(shellTexts);
  const { language, choose } = useLanguage();
  const theme = useTheme();
  const leave = useSignOut();
  return (
    <Menu position="top-start" width={212} offset={6} withinPortal>
      <Menu.Target>
        <UnstyledButton className="who">
          <StaffChip session={session} />
          <span className="vh">{text.account}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.language}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => choose(languages.find((l) => l === value) ?? "en")}
        >
          {languages.map((code) => (
            <Menu.RadioItem key={code} value={code} lang={code} closeMenuOnClick={false}>
              {languageNames[code]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{text.theme}</Menu.Label>
        <Menu.RadioGroup
          value={theme}
          onChange={(value) => chooseTheme(themes.find((t) => t === value) ?? "system")}
        >
          {themes.map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick={false}>
              {text.themes[name]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {session.staff.email === null ? null : (
          <Menu.Item
            component={Link}
            to="/account"
            leftSection={<IconUserCircle size={16} stroke={1.6} aria-hidden />}
          >
            {text.ownAccount}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={leave}>
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
