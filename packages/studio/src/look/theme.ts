// The kit wears our cloth: tokens.css stays the truth, and the kit's variables point at it.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const ink: MantineColorsTuple = [
  "#f7f9f9",
  "#e7ecec",
  "#c6cdce",
  "#a5adaf",
  "#818a8c",
  "#636c6f",
  "#4c5558",
  "#363e41",
  "#242b2d",
  "#12191b",
];
const mist: MantineColorsTuple = [
  "#ffffff",
  "#f7f9f9",
  "#f0f4f4",
  "#e7ecec",
  "#dbe1e2",
  "#c6cdce",
  "#a5adaf",
  "#818a8c",
  "#636c6f",
  "#4c5558",
];
const thread: MantineColorsTuple = [
  "#fff4f1",
  "#ffe5de",
  "#ffc9bc",
  "#fea28c",
  "#fb7757",
  "#eb4620",
  "#c23311",
  "#9e2609",
  "#771f0b",
  "#45170d",
];
const fjord: MantineColorsTuple = [
  "#f0f7fb",
  "#ddedf7",
  "#bbdcef",
  "#8cc5e4",
  "#5caad1",
  "#3590ba",
  "#1d7499",
  "#155d7c",
  "#0f465f",
  "#0b2d3d",
];
const fir: MantineColorsTuple = [
  "#eff9f4",
  "#daf1e5",
  "#b6e2cc",
  "#88cead",
  "#58b48c",
  "#379a73",
  "#227d5b",
  "#1a6448",
  "#174b38",
  "#0f3124",
];
const straw: MantineColorsTuple = [
  "#fdf8e6",
  "#fcefc3",
  "#fbe08a",
  "#f7cf45",
  "#e5b51f",
  "#b98f0c",
  "#8b6a08",
  "#6d5307",
  "#503d07",
  "#342704",
];

/** Ink on cloth turns with the theme, so the words on a filled button come from a token, not from a shade. */
const variants: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isInk = input.color === undefined || input.color === "ink";
  if (input.variant === "filled" && isInk) return { ...colours, color: "var(--on-primary)" };
  if (input.variant === "subtle" && isInk) {
    return { ...colours, background: "transparent", hover: "var(--hover)", color: "var(--ink-2)" };
  }
  return colours;
};

export const theme = createTheme({
  colors: { ink, mist, thread, fjord, fir, straw },
  primaryColor: "ink",
  primaryShade: { light: 9, dark: 1 },
  variantColorResolver: variants,
  fontFamily: "var(--text)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--display)", fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "28px" },
  radius: { xs: "3px", sm: "6px", md: "6px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  shadows: {
    xs: "var(--lift-1)",
    sm: "var(--lift-1)",
    md: "var(--lift-2)",
    lg: "var(--lift-2)",
    xl: "var(--lift-2)",
  },
  breakpoints: { xs: "30em", sm: "43.75em", md: "56em", lg: "68.75em", xl: "90em" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { variant: "default" } },
    // The placeholder that holds the first focus is no menu item; without it the first item has it.
    Menu: {
      defaultProps: { shadow: "md", transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false },
    },
    Drawer: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 200 } },
    },
  },
});

/** The kit reads `gray` by day and `dark` by night; both become our semantic names. */
const neutrals = {
  light: ["hover", "hover", "line", "line", "control-line", "ink-off", "ink-3", "ink-2", "ink", "ink"],
  dark: ["ink", "ink-2", "ink-3", "ink-off", "line", "hover", "control", "raised", "bg", "bg"],
} as const;

const shades = (kit: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, at) => [`--mantine-color-${kit}-${at}`, `var(--${name})`]));

const meanings = {
  "--mantine-color-body": "var(--sheet)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--link)",
  "--mantine-color-error": "var(--alarm-text)",
  "--mantine-color-success": "var(--ok-text)",
  "--mantine-color-default": "var(--control)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--control-line)",
  "--mantine-color-disabled": "var(--pressed)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-color-ink-filled": "var(--primary)",
  "--mantine-color-ink-filled-hover": "var(--primary-hover)",
  "--mantine-color-ink-light": "var(--pressed)",
  "--mantine-color-ink-light-hover": "var(--selected)",
  "--mantine-color-ink-light-color": "var(--ink)",
  "--mantine-color-ink-outline": "var(--line-strong)",
  "--mantine-color-ink-outline-hover": "var(--hover)",
  "--mantine-primary-color-contrast": "var(--on-primary)",
  ...shades("gray", neutrals.light),
  ...shades("dark", neutrals.dark),
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: meanings, dark: meanings });
