import { lazy, Suspense } from "react";
import { MermaidDisclosure } from "./mermaid-disclosure.tsx";
import { Waiting } from "./waiting.tsx";

const diagram = () => import("../features/diagram/index.ts");
const DiagramPage = lazy(() => diagram().then(({ DiagramPage: page }) => ({ default: page })));
const SmallDiagram = lazy(() => diagram().then(({ SmallDiagram: drawing }) => ({ default: drawing })));

/** The diagram's page with, when it is opened, the same picture as Mermaid draws it. */
export function DiagramSlot() {
  return (
    <Suspense fallback={<Waiting />}>
      <DiagramPage>
        <MermaidDisclosure />
      </DiagramPage>
    </Suspense>
  );
}

/** The small drawing beside the questions; nothing stands in for it while it loads. */
export function SmallDiagramSlot() {
  return (
    <Suspense>
      <SmallDiagram />
    </Suspense>
  );
}
