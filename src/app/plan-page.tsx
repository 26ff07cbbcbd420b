import { Suspense, useEffect, useRef, useState } from "react";
import { Redirect, Route, Switch, useParams, useSearch } from "wouter";
import { useDocumentTitle } from "../lib/document-title.ts";
import { useHashLocation, useHashSearch } from "../lib/hash-location.ts";
import { useMedia } from "../lib/media.ts";
import { planHref } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { rememberPlace } from "../lib/storage/saved-plans.ts";
import { ExportButton } from "./export-button.tsx";
import { DiagramSlot, SmallDiagramSlot } from "./diagram-slot.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { ChapterBar } from "./chapter-bar.tsx";
import { FollowsBar } from "./follows-bar.tsx";
import { halfOf, rememberHalf } from "./halves.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { LastPlace } from "./last-place.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { InsideMain } from "./message.tsx";
import { NotFound } from "./not-found.tsx";
import { Notices } from "./notices.tsx";
import { PageFocus } from "./page-focus.tsx";
import { placeOf } from "./place.ts";
import { BESIDE, RAIL } from "./plan-layout.ts";
import styles from "./plan-page.module.css";
import { PlanRailSlot } from "./rail-slot.tsx";
import { loadSaving } from "./load-saving.ts";
import { TopBar } from "./top-bar.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Waiting } from "./waiting.tsx";

const QuestionsPage = lazyPart(() => import("../features/questions/index.ts").then(({ QuestionsPage: page }) => page));
const PlanPart = lazyPart(() => import("../features/plan/index.ts").then(({ PlanPart: page }) => page));
const ReviewPage = lazyPart(() => import("../features/review/index.ts").then(({ ReviewPage: page }) => page));
const WhatFollows = lazyPart(() => import("../features/panel/index.ts").then(({ WhatFollows: panel }) => panel));

/** Said instead of a page that no plan has. */
const nowhere = <NotFound what="This plan has no page with this address." />;

function Questions() {
  const { chapter, section } = useParams<{ chapter: string; section?: string }>();
  const at = new URLSearchParams(useSearch()).get("at") ?? undefined;
  return <QuestionsPage chapter={chapter} section={section} at={at} />;
}

function Part() {
  const { part, item } = useParams<{ part: string; item?: string }>();
  return <PlanPart part={part} item={item} diagram={<DiagramSlot />} />;
}

/** What follows, with a fault of its own: the questions beside it go on. */
function Follows({ chapter }: { readonly chapter: string }) {
  return (
    <InsideMain value>
      <ErrorBoundary>
        <Suspense fallback={<Waiting />}>
          <WhatFollows chapter={chapter} diagram={<SmallDiagramSlot />} />
        </Suspense>
      </ErrorBoundary>
    </InsideMain>
  );
}

/** A plan on the screen: bar, rail, page, and beside the questions what follows from them. */
export function PlanPage({ takeOver }: { readonly takeOver: () => void }) {
  const { planKey, name } = useSession();
  const [path] = useHashLocation();
  const search = useHashSearch();
  const wants = new URLSearchParams(search);
  const main = useRef<HTMLElement>(null);
  const place = placeOf(path);
  const chapter = place?.chapter;
  const rail = useMedia(RAIL);
  const beside = useMedia(BESIDE);
  const base = planHref(planKey).slice(1);
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = () => setKeysShown(true);
  useShortcuts(showKeys);
  useEffect(loadSaving, []);
  useDocumentTitle(...(path === base ? [] : [place?.title ?? "Nothing here"]), name);
  const isPlace = place !== undefined;
  useEffect(() => {
    if (!isPlace) return;
    const href = `#${path}${search ? `?${search}` : ""}`;
    rememberPlace(planKey, href, halfOf(path));
    rememberHalf(planKey, href);
  }, [planKey, isPlace, path, search]);

  return (
    <div className={styles.page}>
      <TopBar path={path} onSkip={() => main.current?.focus()} onShowKeys={showKeys} />
      <Notices takeOver={takeOver} />
      <div className={chapter ? styles.three : styles.two}>
        {rail ? (
          <aside className={styles.rail} aria-label="Chapters">
            <PlanRailSlot path={path} />
          </aside>
        ) : (
          <ChapterBar key={`bar ${path}`} path={path} />
        )}
        <main className={styles.main} ref={main} tabIndex={-1}>
          <InsideMain value>
            <ErrorBoundary>
              <Suspense fallback={<Waiting />}>
                <Switch>
                  <Route path={`${base}/ask/:chapter/:section?`}>{place ? <Questions /> : nowhere}</Route>
                  <Route path={`${base}/plan/:part/:item?`}>{place ? <Part /> : nowhere}</Route>
                  <Route path={`${base}/review`}>
                    <ReviewPage actions={<ExportButton kind="secondary" />} />
                  </Route>
                  <Route path={base}>
                    <LastPlace />
                  </Route>
                  <Route path={`${base}/ask`}>
                    <Redirect to={`${base}/ask/project`} replace />
                  </Route>
                  <Route path={`${base}/plan`}>
                    <Redirect to={`${base}/plan/summary`} replace />
                  </Route>
                  <Route>{nowhere}</Route>
                </Switch>
                <PageFocus path={path} elsewhere={wants.has("question") || /\/plan\/[^/]+\/./.test(path)} />
              </Suspense>
            </ErrorBoundary>
          </InsideMain>
        </main>
        {chapter && beside && (
          <aside className={styles.panel} aria-label="What follows">
            <Follows chapter={chapter} />
          </aside>
        )}
        {chapter && !beside && (
          <FollowsBar key={`follows ${path}`}>
            <Follows chapter={chapter} />
          </FollowsBar>
        )}
      </div>
      <KeysDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
