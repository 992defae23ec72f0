import { IconUser } from "@tabler/icons-react";
import { lazy } from "react";
import { describe, expect, it } from "vitest";
import type { Group, Screen } from "../screens/screen.ts";
import { inReach, navigation, tabs } from "./places.ts";

const place = (id: string, group: Group | undefined, needs?: "events.read"): Screen => ({
  id,
  path: `/${id}`,
  group,
  icon: IconUser,
  needs,
  texts: { en: { title: id }, sv: { title: id }, da: { title: id } },
  screen: lazy(async () => ({ default: () => null })),
});

const all = [
  place("live", "ground", "events.read"),
  place("people", "people"),
  place("person", undefined),
  place("cases", "help"),
  place("orders", "help"),
  place("messages", "reach"),
  place("measure", "prove"),
];
const everything = () => true;

describe("the navigation", () => {
  it("keeps the order of the groups whatever order the screens were written in", () => {
    expect(navigation(all, everything).map((entry) => entry.group)).toEqual([
      "people",
      "help",
      "reach",
      "prove",
      "ground",
    ]);
  });

  it("shows neither a closed screen nor a heading with nothing under it", () => {
    const open = navigation(all, (screen) => screen.needs === undefined);
    expect(open.map((entry) => entry.group)).not.toContain("ground");
  });

  it("leaves out screens that are reached from another one", () => {
    const ids = navigation(all, everything).flatMap((entry) => entry.screens.map((screen) => screen.id));
    expect(ids).not.toContain("person");
  });
});

describe("where a colleague starts", () => {
  it("is Live for IT and Cases for service", () => {
    expect(inReach(all, everything, "it")[0]?.id).toBe("live");
    expect(inReach(all, everything, "service")[0]?.id).toBe("cases");
  });

  it("is the first open screen when nothing she reaches for exists", () => {
    expect(inReach([place("people", "people")], everything, "store")[0]?.id).toBe("people");
  });
});

describe("the tabs of the phone", () => {
  it("are at most four, and every other place is still under More", () => {
    const { tabs: shown, rest } = tabs(all, everything, "it");
    expect(shown).toHaveLength(4);
    expect(shown.map((screen) => screen.id)).toContain("live");
    expect([...shown, ...rest]).toHaveLength(6);
  });
});
