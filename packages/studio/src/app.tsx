// The studio put together: language, theme, answers kept, routes drawn from the registry.
import { Button, MantineProvider } from "@mantine/core";
import { LanguageProvider, useText } from "@somlos/look/language";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useLayoutEffect } from "react";
import { createBrowserRouter, Outlet, ScrollRestoration, useRouteError } from "react-router";
import { RouterProvider } from "react-router/dom";
import { Refused, whenSessionEnds } from "./api.ts";
import { useScheme } from "./look/color-scheme.ts";
import { cssVariables, theme } from "./look/theme.ts";
import { screens } from "./screens/index.ts";
import { sessionKey } from "./session.ts";
import { Home, Shell } from "./shell/shell.tsx";
import { Empty, Nowhere } from "./states/states.tsx";
import { stateTexts } from "./states/texts.ts";

const worthAgain = (count: number, error: Error): boolean =>
  count < 2 && error instanceof Refused && (error.status === 0 || error.status >= 500);

const client = new QueryClient({ defaultOptions: { queries: { retry: worthAgain, staleTime: 5_000 } } });

// Ask again who is here, and the door shows.
whenSessionEnds(() => void client.invalidateQueries({ queryKey: sessionKey }));

function Broken() {
  const text = useText(stateTexts);
  const error = useRouteError();
  return (
    <main className="cloth cloth-alone">
      <Empty
        alone
        title={text.brokenTitle}
        act={<Button onClick={() => location.reload()}>{text.reload}</Button>}
      >
        {text.broken}
        <p className="state-small mono">{error instanceof Error ? error.message : String(error)}</p>
      </Empty>
    </main>
  );
}

function Root() {
  return (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  );
}

const inside = screens.filter((screen) => screen.anyone !== true);
const outside = screens.filter((screen) => screen.anyone === true);

const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <Broken />,
    children: [
      ...outside.map(({ path, screen: Screen }) => ({
        path,
        element: (
          <Suspense fallback={null}>
            <Screen />
          </Suspense>
        ),
      })),
      {
        element: <Shell />,
        children: [
          { index: true, element: <Home /> },
          ...inside.map(({ path, screen: Screen }) => ({ path, element: <Screen /> })),
          { path: "*", element: <Nowhere /> },
        ],
      },
    ],
  },
]);

function Themed() {
  const scheme = useScheme();
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = scheme;
  }, [scheme]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <RouterProvider router={router} />
    </MantineProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
