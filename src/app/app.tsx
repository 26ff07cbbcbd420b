import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { Route, Router, Switch } from "wouter";
import { StartPage } from "../features/start/index.ts";
import { useHashLocation, useHashSearch } from "../lib/hash-location.ts";
import { Announcer } from "../ui/announcer.tsx";
import { Toasts } from "../ui/toast.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { NotFound } from "./not-found.tsx";
import { PageFocus } from "./page-focus.tsx";
import { queryClient } from "./query-client.ts";
import { Waiting } from "./waiting.tsx";

/** Everything about a plan, with engine and forms, comes when a plan is opened. */
const PlanRoute = lazyPart(() => import("./plan-route.tsx").then(({ PlanRoute: component }) => component));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Announcer>
        <Toasts>
          <Router hook={useHashLocation} searchHook={useHashSearch}>
            <ErrorBoundary>
              <Suspense fallback={<Waiting />}>
                <Switch>
                  <Route path="/">
                    <StartPage />
                    <PageFocus path="/" />
                  </Route>
                  <Route path="/p/:plan/*?">{({ plan }) => <PlanRoute key={plan} planKey={plan} />}</Route>
                  <Route>
                    <NotFound what="Nothing in this app has this address." />
                  </Route>
                </Switch>
              </Suspense>
            </ErrorBoundary>
          </Router>
        </Toasts>
      </Announcer>
    </QueryClientProvider>
  );
}
