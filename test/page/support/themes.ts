import { readFileSync } from "node:fs";
import { join } from "node:path";

export const THEMES = ["light", "dark", "highContrast", "highContrastLight"] as const;
export type Theme = (typeof THEMES)[number];

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<Theme, string>> }[];
  };
}

/** Colours of the editor's own default themes, as far as our pages use them. */
const EDITOR: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    foreground: "#3b3b3b",
    "sideBar-background": "#f8f8f8",
    "list-hoverBackground": "#f2f2f2",
    "list-activeSelectionBackground": "#e8e8e8",
    "list-activeSelectionForeground": "#000000",
    "list-inactiveSelectionBackground": "#e4e6f1",
    "editor-foreground": "#3b3b3b",
    "editor-background": "#ffffff",
    descriptionForeground: "#3b3b3b",
    focusBorder: "#005fb8",
    "widget-border": "#e5e5e5",
    "button-foreground": "#ffffff",
    "button-background": "#005fb8",
    "button-secondaryForeground": "#3b3b3b",
    "button-secondaryBackground": "#e5e5e5",
    "dropdown-foreground": "#3b3b3b",
    "dropdown-background": "#ffffff",
    "dropdown-border": "#cecece",
    "textLink-foreground": "#005fb8",
  },
  dark: {
    foreground: "#cccccc",
    "sideBar-background": "#181818",
    "list-hoverBackground": "#2a2d2e",
    "list-activeSelectionBackground": "#04395e",
    "list-activeSelectionForeground": "#ffffff",
    "list-inactiveSelectionBackground": "#37373d",
    "editor-foreground": "#cccccc",
    "editor-background": "#1f1f1f",
    descriptionForeground: "#9d9d9d",
    focusBorder: "#0078d4",
    "widget-border": "#313131",
    "button-foreground": "#ffffff",
    "button-background": "#0078d4",
    "button-secondaryForeground": "#cccccc",
    "button-secondaryBackground": "#313131",
    "dropdown-foreground": "#cccccc",
    "dropdown-background": "#313131",
    "dropdown-border": "#3c3c3c",
    "textLink-foreground": "#4daafc",
  },
  highContrast: {
    foreground: "#ffffff",
    "sideBar-background": "#000000",
    contrastActiveBorder: "#f38518",
    "list-focusOutline": "#f38518",
    "editor-foreground": "#ffffff",
    "editor-background": "#000000",
    descriptionForeground: "#ffffff",
    focusBorder: "#f38518",
    contrastBorder: "#6fc3df",
    "button-foreground": "#ffffff",
    "button-background": "#000000",
    "button-border": "#6fc3df",
    "button-secondaryForeground": "#ffffff",
    "dropdown-foreground": "#ffffff",
    "dropdown-background": "#000000",
    "dropdown-border": "#6fc3df",
    "textLink-foreground": "#21a6ff",
  },
  highContrastLight: {
    foreground: "#292929",
    "sideBar-background": "#ffffff",
    contrastActiveBorder: "#006bbd",
    "list-focusOutline": "#006bbd",
    "editor-foreground": "#292929",
    "editor-background": "#ffffff",
    descriptionForeground: "#292929",
    focusBorder: "#006bbd",
    contrastBorder: "#0f4a85",
    "button-foreground": "#ffffff",
    "button-background": "#0f4a85",
    "button-border": "#0f4a85",
    "button-secondaryForeground": "#ffffff",
    "button-secondaryBackground": "#0f4a85",
    "dropdown-foreground": "#292929",
    "dropdown-background": "#ffffff",
    "dropdown-border": "#0f4a85",
    "textLink-foreground": "#0f4a85",
  },
};

const { contributes } = JSON.parse(readFileSync(join(__dirname, "..", "..", "..", "package.json"), "utf8")) as Manifest;

/** A rule with the custom properties that the editor gives to a page in a theme. */
export function themeRule(theme: Theme): string {
  const ours = contributes.colors.map(({ id, defaults }) => [id.replaceAll(".", "-"), defaults[theme]] as const);
  const entries = [
    ...Object.entries(EDITOR[theme]),
    ...ours,
    ["font-family", "system-ui"],
    ["font-size", "13px"],
  ] as const;
  const properties = entries.map(([name, value]) => `--vscode-${name}: ${value};`).join(" ");
  // Views stand on the side bar's ground.
  return `:root { ${properties} background: var(--vscode-sideBar-background); }\n`;
}
