import { camel, type Made, pascal, withLine } from "./made.ts";

export const screen = (name: string): Made => ({
  files: {
    [`packages/studio/src/screens/${name}/texts.ts`]: `import { texts } from "@somlos/look/language";

export const ${camel(name)}Texts = texts({
  en: { title: "${pascal(name)}" },
  sv: { title: "${pascal(name)}" },
  da: { title: "${pascal(name)}" },
});
`,
    [`packages/studio/src/screens/${name}/${name}.screen.tsx`]: `import { useText } from "@somlos/look/language";
import { ${camel(name)}Texts } from "./texts.ts";

export function ${pascal(name)}() {
  const text = useText(${camel(name)}Texts);
  return <h1>{text.title}</h1>;
}
`,
    [`packages/studio/src/screens/${name}/screens.ts`]: `// The line of this screen in the registry.
import { IconActivity } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { ${camel(name)}Texts } from "./texts.ts";

export const ${camel(name)}Screens: readonly Screen[] = [
  {
    id: "${name}",
    path: "/${name}",
    group: "ground",
    icon: IconActivity,
    needs: undefined,
    texts: ${camel(name)}Texts,
    screen: lazy(() => import("./${name}.screen.tsx").then((file) => ({ default: file.${pascal(name)} }))),
  },
];
`,
  },
  registry: {
    path: "packages/studio/src/screens/index.ts",
    add: (text) =>
      withLine(
        text,
        `import { ${camel(name)}Screens } from "./${name}/screens.ts";`,
        `...${camel(name)}Screens`,
      ),
  },
});
